import { unscopedDb } from '@/lib/db/client';
import type { DocumentKind } from '@/lib/db/generated/enums';

/** So many of the newest rows are looked at first: of what is written often, enough are among them. */
const NEWEST = 2_000;

/** And so many hits of what is not; reading and sorting all of them would grow with the business. */
const MOST_HITS = 500;

type Hit = { id: string };

/**
 * The ids of the newest documents of a kind that have all these grams, newest first. Beyond the newest 2,000 documents it
 * looks at 500 hits; where there are more, what the newest lack is filled up with any of them.
 */
export async function newestDocuments(
  businessId: string,
  kind: DocumentKind,
  wanted: readonly string[],
  take: number,
): Promise<string[]> {
  const db = unscopedDb();
  const newest = await db.$queryRaw<Hit[]>`
    SELECT id::text FROM (
      SELECT id, "createdAt", grams FROM "Document"
      WHERE "businessId" = ${businessId}::uuid AND kind = ${kind}::"DocumentKind"
      ORDER BY "createdAt" DESC, id DESC LIMIT ${NEWEST}
    ) newest WHERE grams @> ${wanted}::text[] ORDER BY "createdAt" DESC, id DESC LIMIT ${take}`;
  if (newest.length === take) return newest.map(({ id }) => id);
  const [, hits] = await db.$transaction([
    // PostgreSQL takes hits to lie evenly and would read rows in order until it has enough; those of one year lie together.
    db.$queryRaw`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`,
    db.$queryRaw<Hit[]>`
      SELECT id::text FROM (
        SELECT id, "createdAt" FROM "Document"
        WHERE "businessId" = ${businessId}::uuid AND kind = ${kind}::"DocumentKind" AND grams @> ${wanted}::text[]
        LIMIT ${MOST_HITS}
      ) hits ORDER BY "createdAt" DESC, id DESC LIMIT ${take}`,
  ]);
  return [...new Set([...newest, ...hits].map(({ id }) => id))].slice(0, take);
}

/** The ids of the first clients by name, not archived, that have all these grams; of at most 500 hits. */
export async function firstParties(
  businessId: string,
  wanted: readonly string[],
  take: number,
): Promise<string[]> {
  const hits = await unscopedDb().$queryRaw<Hit[]>`
    SELECT id::text FROM (
      SELECT id, "sortName" FROM "Party"
      WHERE "businessId" = ${businessId}::uuid AND "archivedAt" IS NULL AND grams @> ${wanted}::text[]
      LIMIT ${MOST_HITS}
    ) hits ORDER BY "sortName", id LIMIT ${take}`;
  return hits.map(({ id }) => id);
}
