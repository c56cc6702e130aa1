import { unscopedDb } from '@/lib/db/client';

/**
 * Whole days from invoice date to the last payment, on average over the newest `most` paid invoices of a client; null
 * without any. Money that came before the invoice took no days.
 */
export async function daysToPay(
  businessId: string,
  partyId: string,
  most: number,
): Promise<number | null> {
  const [row] = await unscopedDb().$queryRaw<{ days: number | null }[]>`
    SELECT round(avg(greatest(0, received - "issueOn")))::int AS days FROM (
      SELECT d."issueOn", paid.received FROM "Document" d CROSS JOIN LATERAL (
        SELECT max(p."receivedOn") AS received FROM "Allocation" a
        JOIN "Payment" p ON p."businessId" = a."businessId" AND p.id = a."paymentId"
        WHERE a."businessId" = d."businessId" AND a."documentId" = d.id
      ) paid
      WHERE d."businessId" = ${businessId}::uuid AND d."partyId" = ${partyId}::uuid AND d.kind = 'INVOICE'
        AND d."issuedAt" IS NOT NULL AND d."voidedAt" IS NULL AND d."openAmount" = 0 AND paid.received IS NOT NULL
      ORDER BY d."createdAt" DESC, d.id DESC LIMIT ${most}
    ) newest`;
  return row?.days ?? null;
}
