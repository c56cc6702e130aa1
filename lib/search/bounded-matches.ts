import { unscopedDb } from '@/lib/db/client';
import type { DocumentKind } from '@/lib/db/generated/enums';

/** So many of the newest rows are looked at first: of what is written often, enough are among them. */
const FIRST_LOOK = 200;

/** So many hits are looked at; reading and sorting all of them would grow with the business. */
const MOST_HITS = 500;

/** And when there are more: so many of the newest rows, of which then enough are hits. */
const NEWEST = 2_000;

type Hit = { id: string };

/**
 * The ids of the newest documents of a kind that have all these grams, newest first. With more than 500 hits it looks
 * among the newest 2,000 documents, and only what they lack is filled up with any of the others.
 */
export async function newestDocuments(
  businessId: string,
  kind: DocumentKind,
  wanted: readonly string[],
  take: number,
): Promise<string[]> {
  const db = unscopedDb();
  const amongNewest = async (most: number) => {
    const rows = await db.$queryRaw<Hit[]>`
      SELECT id::text FROM (
        SELECT id, "createdAt", grams FROM "Document"
        WHERE "businessId" = ${businessId}::uuid AND kind = ${kind}::"DocumentKind"
        ORDER BY "createdAt" DESC, id DESC LIMIT ${most}
      ) newest WHERE grams @> ${wanted}::text[] ORDER BY "createdAt" DESC, id DESC LIMIT ${take}`;
    return rows.map(({ id }) => id);
  };
  const recent = await amongNewest(FIRST_LOOK);
  if (recent.length === take) return recent;
  const [, hits] = await db.$transaction([
    // PostgreSQL takes hits to lie evenly and would read rows in order until it has enough; those of one year lie together.
    db.$queryRaw`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`,
    db.$queryRaw<(Hit & { of: bigint })[]>`
      SELECT id::text, count(*) OVER () AS of FROM (
        SELECT id, "createdAt" FROM "Document"
        WHERE "businessId" = ${businessId}::uuid AND kind = ${kind}::"DocumentKind" AND grams @> ${wanted}::text[]
        LIMIT ${MOST_HITS}
      ) hits ORDER BY "createdAt" DESC, id DESC LIMIT ${take}`,
  ]);
  const found = hits.map(({ id }) => id);
  if (Number(hits[0]?.of ?? 0) < MOST_HITS) return found;
  return [...new Set([...(await amongNewest(NEWEST)), ...found])].slice(0, take);
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
