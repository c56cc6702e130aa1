import type Stripe from 'stripe';
import type { AnyContext } from '@/lib/auth/context';
import type { Payment } from '@/lib/db/generated/client';
import { newId } from '@/lib/db/new-id';
import type { ScopedTx } from '@/lib/db/transact';
import { recordEvent } from '@/lib/events/record-event';
import { fromStripeAmount } from '@/lib/money/stripe-amount';
import { aboutDocuments } from './about-documents';

/** A refund as Stripe states it now. `counts`: the money is not the business's (it has gone, or is on its way). */
export type StatedRefund = {
  providerId: string;
  amount: bigint;
  state: string;
  counts: boolean;
  createdAt: Date;
};

/** All refunds of a payment at Stripe, oldest first. Amounts in our minor units. */
export async function readRefunds(stripe: Stripe, intentId: string): Promise<StatedRefund[]> {
  const refunds: StatedRefund[] = [];
  for await (const refund of stripe.refunds.list({ payment_intent: intentId, limit: 100 })) {
    const state = refund.status ?? '';
    refunds.unshift({
      providerId: refund.id,
      amount: fromStripeAmount(refund.amount, refund.currency),
      state,
      counts: refundCounts(state),
      createdAt: new Date(refund.created * 1000),
    });
  }
  return refunds;
}

/**
 * Stores what Stripe states and writes an event for each refund that takes money, or gives it back because it failed.
 * The caller holds the client's lock. Returns whether anything was new.
 */
export async function storeRefunds(
  tx: ScopedTx,
  ctx: AnyContext,
  payment: Payment,
  documents: readonly string[],
  stated: readonly StatedRefund[],
): Promise<boolean> {
  const businessId = ctx.business.id;
  const { documentId, named } = aboutDocuments(documents);
  const known = await tx.refund.findMany({ where: { paymentId: payment.id } });
  let changed = false;
  for (const { providerId, amount, state, counts, createdAt } of stated) {
    const before = known.find((row) => row.providerId === providerId);
    if (before?.state === state && before.amount === amount) continue;
    changed = true;
    const now = ctx.now();
    await tx.refund.upsert({
      where: { businessId_providerId: { businessId, providerId } },
      create: {
        businessId,
        id: newId(),
        paymentId: payment.id,
        providerId,
        amount,
        state,
        createdAt,
        updatedAt: now,
      },
      update: { amount, state, updatedAt: now },
    });
    const counted = before ? refundCounts(before.state) : false;
    if (counted === counts) continue;
    recordEvent(tx, ctx, {
      kind: counts ? 'payment.refunded' : 'payment.refundFailed',
      partyId: payment.partyId,
      documentId,
      paymentId: payment.id,
      data: { currency: payment.currency, amount: String(amount), refund: providerId, ...named },
    });
  }
  return changed;
}

export function refundCounts(state: string): boolean {
  return state === 'succeeded' || state === 'pending';
}
