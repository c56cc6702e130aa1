import type { DocumentKind } from '@/lib/db/generated/enums';
import { rawTx, type ScopedTx } from '@/lib/db/transact';

/**
 * A number given to this kind of document that reads `before`, a count of at most nine digits beyond `beyond`, `after`;
 * null when there is none. Looked for by the database, which hands back one at most.
 */
export async function takenNumber(
  tx: ScopedTx,
  businessId: string,
  kind: DocumentKind,
  { before, after, beyond }: { before: string; after: string; beyond: number },
): Promise<string | null> {
  const rows = await rawTx(tx).$queryRaw<{ number: string }[]>`
    SELECT number FROM (
      SELECT number, substr(number, length(${before}) + 1,
        greatest(0, length(number) - length(${before}) - length(${after}))) AS count
      FROM "Document"
      WHERE "businessId" = ${businessId}::uuid AND kind = ${kind}::"DocumentKind"
        AND starts_with(number, ${before}) AND right(number, length(${after})) = ${after}
    ) alike
    WHERE CASE WHEN count ~ '^[0-9]{1,9}$' THEN count::int > ${beyond}::int ELSE false END
    LIMIT 1`;
  return rows[0]?.number ?? null;
}
