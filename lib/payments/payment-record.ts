import type { StaffContext } from '@/lib/auth/context';
import type { DisputePhase } from '@/lib/db/generated/client';
import { isId } from '@/lib/forms/is-id';
import type { MessageRow } from '@/lib/messages/queries';
import { sum } from '@/lib/money/money';
import { countingAmount, paymentState } from './status';

/** Everything the page of a payment shows, or null when it is not there. Amounts in minor units. */
export async function findPayment(ctx: StaffContext, id: string) {
  if (!isId(id)) return null;
  const payment = await ctx.db.payment.findUnique({
    where: ctx.key(id),
    include: {
      party: { select: { id: true, displayName: true } },
      allocations: {
        orderBy: { documentId: 'asc' },
        include: {
          document: { select: { id: true, number: true, dueOn: true, totalAmount: true } },
        },
      },
      refunds: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
    },
  });
  if (!payment) return null;
  const [events, messages, connection] = await Promise.all([
    ctx.db.event.findMany({
      where: { partyId: payment.partyId, paymentId: id, kind: { startsWith: 'payment.' } },
      orderBy: { seq: 'asc' },
      take: 200,
    }),
    receiptsOf(ctx, id),
    ctx.db.stripeConnection.findUnique({
      where: { businessId: ctx.business.id },
      select: { live: true },
    }),
  ]);
  const counts = countingAmount(payment);
  return {
    ...payment,
    counts,
    credit: counts - sum(payment.allocations.map((row) => row.amount)),
    state: paymentState(payment),
    recordedBy: events.find((event) => event.kind === 'payment.recorded')?.actorName ?? '',
    disputes: events.filter((event) => event.kind.startsWith('payment.dispute')).map(disputeStep),
    messages,
    live: connection?.live ?? false,
  };
}

export type PaymentRecord = NonNullable<Awaited<ReturnType<typeof findPayment>>>;

/** What was mailed about a payment, the newest first, without its text. */
function receiptsOf(ctx: StaffContext, paymentId: string): Promise<MessageRow[]> {
  return ctx.db.message.findMany({
    where: { paymentId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    omit: { html: true, text: true },
    include: {
      party: { select: { id: true, displayName: true } },
      document: { select: { id: true, number: true } },
    },
  });
}

/** One step of a dispute, as its event remembers it. */
function disputeStep(event: { seq: bigint; at: Date; data: unknown }) {
  const { phase, amount } = event.data as { phase: Lowercase<DisputePhase>; amount: string };
  return { id: String(event.seq), at: event.at, phase, amount: BigInt(amount) };
}
