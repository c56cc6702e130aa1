import { z } from 'zod';
import type { PortalContext } from '@/lib/auth/context';
import type { PaymentMethod } from '@/lib/db/generated/client';
import { type CalendarDate, fromDbDate } from '@/lib/time/calendar-date';
import { returnedEntries } from './returned-entries';
import type { ReturnKind } from './statement';

/** A payment that settled more of an invoice than it does now. Amounts in minor units. */
export type ReturnedPart = {
  paymentId: string;
  receivedOn: CalendarDate;
  method: PaymentMethod;
  methodDetail: string;
  /** What it settled when it arrived. */
  settled: bigint;
  /** What of that has gone back: last how, and on which day. */
  amount: bigint;
  how: ReturnKind;
  on: CalendarDate;
};

const recorded = z.object({
  documents: z.array(z.object({ id: z.string(), amount: z.string().regex(/^\d+$/) })),
});

/**
 * What has gone back of the money that an invoice was paid with: a refund, a dispute or a payment taken back lowers what
 * the payment settles, and only the event of its arrival still says what that was. `still` is what each settles now.
 */
export async function returnedParts(
  ctx: PortalContext,
  invoice: { id: string; currency: string },
  still: ReadonlyMap<string, bigint>,
): Promise<ReturnedPart[]> {
  const entries = await returnedEntries(ctx, { currency: invoice.currency });
  const paymentIds = [...new Set(entries.flatMap(({ paymentId }) => paymentId ?? []))];
  if (paymentIds.length === 0) return [];
  const arrivals = await ctx.db.event.findMany({
    where: { partyId: ctx.party.id, kind: 'payment.recorded', paymentId: { in: paymentIds } },
    orderBy: { seq: 'asc' },
    select: {
      data: true,
      payment: { select: { id: true, receivedOn: true, method: true, methodDetail: true } },
    },
  });
  return arrivals.flatMap(({ data, payment }) => {
    if (!payment) return [];
    const { id: paymentId, receivedOn, method, methodDetail } = payment;
    const settled = settledOf(data, invoice.id);
    const amount = settled - (still.get(paymentId) ?? 0n);
    const last = entries
      .filter((entry) => entry.paymentId === paymentId)
      .reduce((a, b) => (a.at > b.at ? a : b));
    if (amount <= 0n) return [];
    const { kind: how, on } = last;
    const arrival = { paymentId, receivedOn: fromDbDate(receivedOn), method, methodDetail };
    return [{ ...arrival, settled, amount, how, on }];
  });
}

function settledOf(data: unknown, documentId: string): bigint {
  const { documents } = recorded.parse(data);
  return BigInt(documents.find(({ id }) => id === documentId)?.amount ?? 0);
}
