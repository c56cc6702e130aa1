import type { Payment } from '@/lib/db/generated/client';
import { isWithdrawn } from '@/lib/payments/disputes';
import { refundCounts } from '@/lib/payments/refunds';
import { type CalendarDate, fromDbDate, todayIn } from '@/lib/time/calendar-date';
import type { ClientView } from './client-view';
import type { Entry, ReturnKind } from './statement';

export type ReturnedEntry = Entry & { kind: ReturnKind };

/**
 * What went back of a client's payments, those of one currency or a single one: refunds, disputes, and payments taken
 * back by the business, each on its day. Few payments are; all of them are read, whatever the period. Together they are
 * exactly what the books count.
 */
export async function returnedEntries(
  ctx: ClientView,
  of: { currency: string } | { id: string },
): Promise<ReturnedEntry[]> {
  const zone = ctx.business.timeZone;
  const payments = await ctx.db.payment.findMany({
    where: {
      partyId: ctx.party.id,
      ...of,
      OR: [
        { reversedAt: { not: null } },
        { refundedAmount: { gt: 0n } },
        { disputedAmount: { gt: 0n } },
      ],
    },
    include: {
      refunds: { orderBy: { createdAt: 'asc' } },
      disputes: { orderBy: { createdAt: 'asc' } },
    },
  });
  return payments.flatMap((payment) => {
    const { id, method, methodDetail, createdAt, reversedAt } = payment;
    const entry = (kind: ReturnKind, { at, amount }: Returned): ReturnedEntry => ({
      kind,
      on: later(todayIn(zone, at), fromDbDate(payment.receivedOn)),
      at,
      amount,
      documentId: null,
      number: '',
      title: '',
      paymentId: id,
      method,
      methodDetail,
    });
    const refunds = payment.refunds.filter(({ state }) => refundCounts(state)).map(asReturned);
    const disputes = payment.disputes.filter(({ phase }) => isWithdrawn(phase)).map(asReturned);
    return [
      ...upTo(payment.refundedAmount, refunds, createdAt).map((row) => entry('refund', row)),
      ...upTo(payment.disputedAmount, disputes, createdAt).map((row) => entry('dispute', row)),
      ...(reversedAt ? [entry('reversal', { at: reversedAt, amount: kept(payment) })] : []),
    ].filter(({ amount }) => amount !== 0n);
  });
}

type Returned = { at: Date; amount: bigint };

const asReturned = (row: { createdAt: Date; amount: bigint }): Returned => ({
  at: row.createdAt,
  amount: row.amount,
});

/** The rows as far as the books count them; what they count beyond the rows stands on `otherwise`. */
function upTo(counted: bigint, rows: readonly Returned[], otherwise: Date): Returned[] {
  let left = counted;
  const taken = rows.map(({ at, amount }) => {
    const part = amount < left ? amount : left;
    left -= part;
    return { at, amount: part };
  });
  return [...taken, { at: otherwise, amount: left }];
}

/** What still counted of a payment when it was taken back. */
function kept(payment: Pick<Payment, 'amount' | 'refundedAmount' | 'disputedAmount'>): bigint {
  return payment.amount - payment.refundedAmount - payment.disputedAmount;
}

function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}
