import type { StaffContext } from '@/lib/auth/context';
import type { Prisma } from '@/lib/db/generated/client';

/** So many payments of one document are looked at; what lies beyond them stands in the list of payments. */
const MOST_PAYMENTS = 200;

/** The events of one document, with those of payments that it shared with others: these name it in their data. */
export async function aboutDocument(
  ctx: StaffContext,
  documentId: string,
): Promise<Prisma.EventWhereInput> {
  const document = await ctx.db.document.findUnique({
    where: ctx.key(documentId),
    select: { partyId: true, allocations: { take: MOST_PAYMENTS, select: { paymentId: true } } },
  });
  if (!document) return { documentId };
  // What a payment settled is forgotten when it goes back, but for its event.
  const returned = await ctx.db.payment.findMany({
    where: {
      partyId: document.partyId,
      OR: [
        { reversedAt: { not: null } },
        { refundedAmount: { gt: 0n } },
        { disputedAmount: { gt: 0n } },
      ],
    },
    orderBy: { receivedOn: 'desc' },
    take: MOST_PAYMENTS,
    select: { id: true },
  });
  const payments = [
    ...document.allocations.map(({ paymentId }) => paymentId),
    ...returned.map(({ id }) => id),
  ];
  const shared = {
    documentId: null,
    paymentId: { in: payments },
    data: { path: ['documents'], array_contains: [{ id: documentId }] },
  };
  return { OR: [{ documentId }, shared] };
}
