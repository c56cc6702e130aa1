import type Stripe from 'stripe';
import type { AnyContext } from '@/lib/auth/context';
import type { Payment } from '@/lib/db/generated/client';
import type { ScopedTx } from '@/lib/db/transact';
import { refreshPartyBalance } from '@/lib/documents/balances';
import { expireCheckoutsFor } from '@/lib/documents/expire-checkouts';
import { sum } from '@/lib/money/money';
import { allocate, releaseDownTo } from './allocate';
import { readDisputes, type StatedDispute, storeDisputes } from './disputes';
import { readRefunds, type StatedRefund, storeRefunds } from './refunds';

type Stated = { refunds: StatedRefund[]; disputes: StatedDispute[] };

const MOST_TRIES = 5;

/**
 * Brings a payment to what Stripe states of its refunds and disputes now: sums are set, never added. Money that has gone
 * back opens again what it had settled, newest first; money that came back settles what its checkout asked for, as far as
 * that is still open. Returns false when no payment of ours has this provider id.
 */
export async function reconcilePayment(
  ctx: AnyContext,
  stripe: Stripe,
  providerId: string,
): Promise<boolean> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    const payment = await ctx.db.payment.findFirst({ where: { providerId } });
    if (!payment) return false;
    const [refunds, disputes] = await Promise.all([
      readRefunds(stripe, providerId),
      readDisputes(stripe, providerId),
    ]);
    if (await ctx.transact((tx) => applyStated(tx, ctx, payment, { refunds, disputes })))
      return true;
  }
  throw new Error(`${providerId} changed each time it was looked at`);
}

/** False when somebody else applied something since `seen` was read: what Stripe said may be older than that. */
async function applyStated(
  tx: ScopedTx,
  ctx: AnyContext,
  seen: Payment,
  stated: Stated,
): Promise<boolean> {
  const { id, partyId, currency } = seen;
  await tx.lock('Party', partyId);
  await tx.lock('Payment', id);
  const payment = await tx.payment.findUniqueOrThrow({ where: ctx.key(id) });
  if (payment.version !== seen.version) return false;

  const about = await documentsOf(tx, payment);
  const refundsChanged = await storeRefunds(tx, ctx, payment, about, stated.refunds);
  const disputesChanged = await storeDisputes(tx, ctx, payment, about, stated.disputes);
  const refunded = least(
    sum(stated.refunds.filter((refund) => refund.counts).map((refund) => refund.amount)),
    payment.amount,
  );
  const disputed = least(
    sum(stated.disputes.filter((dispute) => dispute.withdrawn).map((dispute) => dispute.amount)),
    payment.amount - refunded,
  );
  const before = payment.amount - payment.refundedAmount - payment.disputedAmount;
  const after = payment.amount - refunded - disputed;
  const moved = refunded !== payment.refundedAmount || disputed !== payment.disputedAmount;
  if (!refundsChanged && !disputesChanged && !moved) return true;

  const reopened = after < before ? await releaseDownTo(tx, ctx, id, after) : [];
  await tx.payment.update({
    where: ctx.key(id),
    data: { refundedAmount: refunded, disputedAmount: disputed, version: { increment: 1 } },
  });
  if (after > before) await settleAgain(tx, ctx, payment, after);
  await refreshPartyBalance(tx, ctx, partyId, currency);
  await expireCheckoutsFor(tx, ctx, reopened);
  return true;
}

/** The documents that a payment was for, in whose history belongs what becomes of it. */
async function documentsOf(tx: ScopedTx, payment: Payment): Promise<string[]> {
  const [allocations, items] = await Promise.all([
    tx.allocation.findMany({ where: { paymentId: payment.id }, select: { documentId: true } }),
    payment.checkoutId
      ? tx.checkoutItem.findMany({
          where: { checkoutId: payment.checkoutId },
          select: { documentId: true },
        })
      : [],
  ]);
  return [...allocations, ...items].map((row) => row.documentId);
}

async function settleAgain(
  tx: ScopedTx,
  ctx: AnyContext,
  payment: Payment,
  counts: bigint,
): Promise<void> {
  if (!payment.checkoutId) return;
  const [items, allocations] = await Promise.all([
    tx.checkoutItem.findMany({ where: { checkoutId: payment.checkoutId } }),
    tx.allocation.findMany({ where: { paymentId: payment.id } }),
  ]);
  const settled = new Map(allocations.map((row) => [row.documentId, row.amount]));
  const wanted = items
    .map(({ documentId, amount }) => ({
      documentId,
      amount: amount - (settled.get(documentId) ?? 0n),
    }))
    .filter(({ amount }) => amount > 0n);
  const free = counts - sum(settled.values());
  const { id, partyId, currency } = payment;
  const taken = await allocate(tx, ctx, { id, partyId, currency, free }, wanted, { strict: false });
  await expireCheckoutsFor(
    tx,
    ctx,
    taken.map((row) => row.documentId),
  );
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
