import type Stripe from 'stripe';
import type { AnyContext } from '@/lib/auth/context';
import type { DisputePhase, Payment } from '@/lib/db/generated/client';
import { newId } from '@/lib/db/new-id';
import type { ScopedTx } from '@/lib/db/transact';
import { recordEvent } from '@/lib/events/record-event';
import { fromStripeAmount } from '@/lib/money/stripe-amount';
import { aboutDocuments } from './about-documents';

/** Phases in which the bank has not decided yet: the owner can still answer at Stripe. */
export const RUNNING_PHASES = ['INQUIRY', 'OPEN'] as const satisfies DisputePhase[];

/** A dispute as Stripe states it now; the amount in our minor units. */
export type StatedDispute = {
  providerId: string;
  amount: bigint;
  phase: DisputePhase;
  withdrawn: boolean;
  reason: string;
  createdAt: Date;
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
      withdrawn: isWithdrawn(phase),
      reason: dispute.reason,
      createdAt: new Date(dispute.created * 1000),
    });
  }
  return disputes;
}

/**
 * Stores what Stripe states and writes an event each time a dispute enters a phase. The caller holds the client's lock.
 * Returns whether anything was new.
 */
export async function storeDisputes(
  tx: ScopedTx,
  ctx: AnyContext,
  payment: Payment,
  documents: readonly string[],
  stated: readonly StatedDispute[],
): Promise<boolean> {
  const businessId = ctx.business.id;
  const { documentId, named } = aboutDocuments(documents);
  const known = await tx.dispute.findMany({ where: { paymentId: payment.id } });
  let changed = false;
  for (const { providerId, amount, phase, reason, createdAt } of stated) {
    const before = known.find((row) => row.providerId === providerId);
    if (before?.phase === phase && before.amount === amount) continue;
    changed = true;
    const now = { amount, phase, reason, updatedAt: ctx.now() };
    await tx.dispute.upsert({
      where: { businessId_providerId: { businessId, providerId } },
      create: { ...now, businessId, id: newId(), paymentId: payment.id, providerId, createdAt },
      update: now,
    });
    if (before?.phase === phase) continue;
    const isRunning = RUNNING_PHASES.some((running) => running === phase);
    recordEvent(tx, ctx, {
      kind: isRunning ? 'payment.disputed' : 'payment.disputeClosed',
      partyId: payment.partyId,
      documentId,
      paymentId: payment.id,
      data: {
        currency: payment.currency,
        amount: String(amount),
        dispute: providerId,
        phase: phase.toLowerCase(),
        wasInquiry: before?.phase === 'INQUIRY',
        // Stripe's word; only people's own reasons are quoted.
        bankReason: reason,
        ...named,
      },
    });
  }
  return changed;
}

/** Whether the money is with the bank of the person who paid: while it is decided, and after it was lost. */
export function isWithdrawn(phase: DisputePhase): boolean {
  return phase === 'OPEN' || phase === 'LOST';
}

/** docs.stripe.com/api/disputes/object: `warning_*` are inquiries and move nothing; an appeal is about a lost dispute. */
function phaseOf(status: string): DisputePhase {
  if (status === 'won') return 'WON';
  if (status === 'lost' || status.startsWith('appeal_')) return 'LOST';
  if (status === 'warning_needs_response' || status === 'warning_under_review') return 'INQUIRY';
  if (status === 'needs_response' || status === 'under_review') return 'OPEN';
  return 'CLOSED';
}
