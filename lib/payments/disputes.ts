import type Stripe from 'stripe';
import type { AnyContext } from '@/lib/auth/context';
import type { Payment } from '@/lib/db/generated/client';
import type { ScopedTx } from '@/lib/db/transact';
import { recordEvent } from '@/lib/events/record-event';
import { fromStripeAmount } from '@/lib/money/stripe-amount';

/** Where a dispute stands: an inquiry only asks; open and lost keep the money away; won and closed leave it here. */
export type DisputePhase = 'inquiry' | 'open' | 'won' | 'lost' | 'closed';

/** A dispute as Stripe states it now; the amount in our minor units. */
export type StatedDispute = {
  providerId: string;
  amount: bigint;
  phase: DisputePhase;
  withdrawn: boolean;
  reason: string;
};

/** All disputes of a payment at Stripe, oldest first. */
export async function readDisputes(stripe: Stripe, intentId: string): Promise<StatedDispute[]> {
  const disputes: StatedDispute[] = [];
  for await (const dispute of stripe.disputes.list({ payment_intent: intentId, limit: 100 })) {
    const phase = phaseOf(dispute.status);
    disputes.unshift({
      providerId: dispute.id,
      amount: fromStripeAmount(dispute.amount, dispute.currency),
      phase,
      withdrawn: phase === 'open' || phase === 'lost',
      reason: dispute.reason,
    });
  }
  return disputes;
}

/**
 * Writes an event each time a dispute enters a phase; the events themselves remember which have been written.
 * The caller holds the client's lock. Returns whether anything was new.
 */
export async function noteDisputes(
  tx: ScopedTx,
  ctx: AnyContext,
  payment: Payment,
  stated: readonly StatedDispute[],
): Promise<boolean> {
  if (stated.length === 0) return false;
  const written = await tx.event.findMany({
    where: {
      partyId: payment.partyId,
      paymentId: payment.id,
      kind: { in: ['payment.disputed', 'payment.disputeClosed'] },
    },
    select: { data: true },
  });
  const known = new Set(
    written.map(({ data }) => {
      const { dispute, phase } = data as { dispute?: string; phase?: string };
      return `${dispute} ${phase}`;
    }),
  );
  let changed = false;
  for (const { providerId, amount, phase, reason } of stated) {
    if (known.has(`${providerId} ${phase}`)) continue;
    changed = true;
    await recordEvent(tx, ctx, {
      kind: phase === 'inquiry' || phase === 'open' ? 'payment.disputed' : 'payment.disputeClosed',
      partyId: payment.partyId,
      paymentId: payment.id,
      data: {
        currency: payment.currency,
        amount: String(amount),
        dispute: providerId,
        phase,
        reason,
      },
    });
  }
  return changed;
}

/** docs.stripe.com/api/disputes/object: `warning_*` are inquiries and move nothing; an appeal is about a lost dispute. */
function phaseOf(status: string): DisputePhase {
  if (status === 'won' || status === 'lost') return status;
  if (status === 'warning_needs_response' || status === 'warning_under_review') return 'inquiry';
  if (status === 'needs_response' || status === 'under_review') return 'open';
  if (status.startsWith('appeal_')) return 'lost';
  return 'closed';
}
