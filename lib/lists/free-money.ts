import { rawTx, type ScopedTx } from '@/lib/db/transact';

/** A payment with the part of it that settles nothing yet, in minor units. */
export type FreeMoney = { id: string; free: bigint };

/**
 * The payments of a client whose credit adds up to `amount`, the oldest first; all that have any when it does not reach.
 * Added up by the database, which hands back only those that are needed, however many there are.
 */
export async function freeMoney(
  tx: ScopedTx,
  businessId: string,
  { partyId, currency, amount }: { partyId: string; currency: string; amount: bigint },
): Promise<FreeMoney[]> {
  return rawTx(tx).$queryRaw<FreeMoney[]>`
    SELECT id::text, free FROM (
      SELECT id, free, "receivedOn",
        sum(free) OVER (ORDER BY "receivedOn", id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - free AS before
      FROM (
        SELECT p.id, p."receivedOn", p.amount - p."refundedAmount" - p."disputedAmount" - coalesce((
          SELECT sum(a.amount) FROM "Allocation" a WHERE a."businessId" = p."businessId" AND a."paymentId" = p.id
        ), 0)::bigint AS free
        FROM "Payment" p
        WHERE p."businessId" = ${businessId}::uuid AND p."partyId" = ${partyId}::uuid
          AND p.currency = ${currency} AND p."reversedAt" IS NULL
      ) counted WHERE free > 0
    ) summed WHERE before < ${amount} ORDER BY "receivedOn", id`;
}
