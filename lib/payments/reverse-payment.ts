import { Missing, Refused, Stale } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { refreshPartyBalance } from '@/lib/documents/balances';
import { expireCheckoutsFor } from '@/lib/documents/expire-checkouts';
import { recordEvent } from '@/lib/events/record-event';
import { aboutDocuments } from './about-documents';
import { releaseDownTo } from './allocate';

/**
 * Takes back a payment that was recorded by hand, with a reason; the row stays and says so. What it settled is open again.
 * Refuses money that came through Stripe: that is refunded there.
 */
export async function reversePayment(
  ctx: StaffContext,
  input: { id: string; reason: string; version: number },
): Promise<void> {
  const found = await ctx.db.payment.findUnique({
    where: ctx.key(input.id),
    select: { partyId: true },
  });
  if (!found) throw new Missing();
  await ctx.transact(async (tx) => {
    await tx.lock('Party', found.partyId);
    await tx.lock('Payment', input.id);
    const payment = await tx.payment.findUniqueOrThrow({ where: ctx.key(input.id) });
    if (payment.reversedAt) return;
    if (payment.version !== input.version) {
      throw new Stale({}, ctx.business.name, payment.version);
    }
    if (payment.providerId) throw new Refused('payments.errors.refundAtStripe');
    if (!input.reason) throw new Refused('errors.required', {}, 'reason');
    const reopened = await releaseDownTo(tx, ctx, payment.id, 0n);
    await tx.payment.update({
      where: ctx.key(payment.id),
      data: {
        reversedAt: ctx.now(),
        reversalReason: input.reason,
        version: { increment: 1 },
      },
    });
    await refreshPartyBalance(tx, ctx, payment.partyId, payment.currency);
    const { documentId, named } = aboutDocuments(reopened);
    recordEvent(tx, ctx, {
      kind: 'payment.reversed',
      partyId: payment.partyId,
      documentId,
      paymentId: payment.id,
      data: {
        currency: payment.currency,
        amount: String(payment.amount),
        reason: input.reason,
        ...named,
      },
    });
    await expireCheckoutsFor(tx, ctx, reopened);
  });
}
