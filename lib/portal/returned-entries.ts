import type { PortalContext } from '@/lib/auth/context';
import type { Payment } from '@/lib/db/generated/client';
import { type CalendarDate, fromDbDate, todayIn } from '@/lib/time/calendar-date';
import type { Entry, EntryKind } from './statement';

/**
 * What went back of a client's payments in one currency: refunds, disputes, and payments taken back by the business.
 * Few payments are; all of them are read, whatever the period. Together they are exactly what the books count.
 */
export async function returnedEntries(ctx: PortalContext, currency: string): Promise<Entry[]> {
  const zone = ctx.business.timeZone;
  const payments = await ctx.db.payment.findMany({
    where: {
      partyId: ctx.party.id,
      currency,
      OR: [
        { reversedAt: { not: null } },
        { refundedAmount: { gt: 0n } },
        { disputedAmount: { gt: 0n } },
      ],
    },
    include: {
      refunds: { orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true } },
      events: {
        where: { kind: { in: ['payment.refunded', 'payment.disputed'] } },
        orderBy: { seq: 'asc' },
        select: { kind: true, at: true },
      },
    },
  });
  return payments.flatMap((payment) => {
    const day = (at: Date): CalendarDate =>
      later(todayIn(zone, at), fromDbDate(payment.receivedOn));
    const entry = (kind: EntryKind, at: Date, amount: bigint): Entry[] =>
      amount === 0n
        ? []
        : [
            {
              kind,
              on: day(at),
              at,
              amount,
              documentId: null,
              number: '',
              title: '',
              paymentId: payment.id,
              method: payment.method,
              methodDetail: payment.methodDetail,
            },
          ];
    const disputedAt = payment.events.find(({ kind }) => kind === 'payment.disputed')?.at;
    const refundedAt =
      payment.refunds[0]?.createdAt ??
      payment.events.findLast(({ kind }) => kind === 'payment.refunded')?.at;
    return [
      ...entry('refund', refundedAt ?? payment.createdAt, payment.refundedAmount),
      ...entry('dispute', disputedAt ?? payment.createdAt, payment.disputedAmount),
      ...(payment.reversedAt ? entry('reversal', payment.reversedAt, kept(payment)) : []),
    ];
  });
}

/** What still counted of a payment when it was taken back. */
function kept(payment: Pick<Payment, 'amount' | 'refundedAmount' | 'disputedAmount'>): bigint {
  return payment.amount - payment.refundedAmount - payment.disputedAmount;
}

function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}
