import type { StaffContext } from '@/lib/auth/context';
import { unscopedDb } from '@/lib/db/client';
import type { DraftInput } from '@/lib/documents/draft-schema';
import { makeDraft } from '@/prisma/seed/builders';

type Made = { id: string; version: number };

/** As many drafts that differ in nothing but their ids: one made as people make it, the others copies of its rows. */
export async function makeDrafts(
  ctx: StaffContext,
  partyId: string,
  count: number,
  given: Partial<DraftInput> = {},
): Promise<Made[]> {
  const first = await makeDraft(ctx, partyId, given);
  const copies = await unscopedDb().$queryRaw<{ id: string }[]>`
    WITH original AS (SELECT d FROM "Document" d WHERE id = ${first.id}::uuid),
    copies AS (
      INSERT INTO "Document"
      SELECT (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid()))).*
      FROM original, generate_series(2, ${count}) RETURNING id
    ),
    lines AS (
      INSERT INTO "DocumentLine"
      SELECT (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'documentId', c.id))).*
      FROM copies c, "DocumentLine" l WHERE l."documentId" = ${first.id}::uuid
    )
    SELECT id FROM copies`;
  return [first, ...copies.map(({ id }) => ({ id, version: first.version }))];
}
