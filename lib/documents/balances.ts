import type { AnyContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';

/**
 * Re-sums what is open and what is processing on one document from its allocations and checkouts.
 * The caller holds the document's lock. A void document owes nothing.
 */
export async function refreshOpenAmount(
  tx: ScopedTx,
  ctx: Pick<AnyContext, 'key'>,
  documentId: string,
): Promise<void> {
  const document = await tx.document.findUniqueOrThrow({
    where: ctx.key(documentId),
    select: { issuedAt: true, voidedAt: true, totalAmount: true },
  });
  if (!document.issuedAt) return;
  const [settled, processing] = await Promise.all([
    tx.allocation.aggregate({ where: { documentId }, _sum: { amount: true } }),
    tx.checkoutItem.aggregate({
      where: { documentId, checkout: { state: 'PROCESSING' } },
      _sum: { amount: true },
    }),
  ]);
  const open = document.voidedAt ? 0n : document.totalAmount - (settled._sum.amount ?? 0n);
  await tx.document.update({
    where: ctx.key(documentId),
    data: { openAmount: open, processingAmount: open > 0n ? (processing._sum.amount ?? 0n) : 0n },
  });
}

/**
 * Re-sums the client's balance in one currency from documents and payments. The caller holds the party's lock.
 * Invoiced: issued and not void. Paid: received, less refunds and disputes. Credit: paid, less what settled invoices,
 * which is what is no longer open of them.
 */
export async function refreshPartyBalance(
  tx: ScopedTx,
  ctx: Pick<AnyContext, 'business'>,
  partyId: string,
  currency: string,
): Promise<void> {
  const businessId = ctx.business.id;
  const [documents, payments] = await Promise.all([
    tx.document.aggregate({
      where: { partyId, currency, kind: 'INVOICE', issuedAt: { not: null }, voidedAt: null },
      _sum: { totalAmount: true, openAmount: true, processingAmount: true },
    }),
    tx.payment.aggregate({
      where: { partyId, currency, reversedAt: null },
      _sum: { amount: true, refundedAmount: true, disputedAmount: true },
    }),
  ]);
  const received = payments._sum;
  const paid =
    (received.amount ?? 0n) - (received.refundedAmount ?? 0n) - (received.disputedAmount ?? 0n);
  const invoiced = documents._sum.totalAmount ?? 0n;
  const open = documents._sum.openAmount ?? 0n;
  const sums = {
    invoiced,
    open,
    processing: documents._sum.processingAmount ?? 0n,
    paid,
    credit: paid - (invoiced - open),
  };
  await tx.partyBalance.upsert({
    where: { businessId_partyId_currency: { businessId, partyId, currency } },
    create: { businessId, partyId, currency, ...sums },
    update: sums,
  });
}
