import type { AnyContext } from '@/lib/auth/context';
import type { CheckoutState } from '@/lib/db/generated/client';
import { newId } from '@/lib/db/new-id';
import type { ScopedTx } from '@/lib/db/transact';
import { refreshOpenAmount, refreshPartyBalance } from '@/lib/documents/balances';
import { expireCheckoutsFor } from '@/lib/documents/expire-checkouts';
import type { EventKind } from '@/lib/events/kinds';
import { recordEvent } from '@/lib/events/record-event';
import { enqueue } from '@/lib/jobs/enqueue';
import { todayIn } from '@/lib/time/calendar-date';
import type { PaidOutcome, SessionOutcome } from './read-session';
import { recordWithin } from './record-payment';

const DAY = 86_400_000;
/** A debit takes days: how long after its start it is looked at again although no webhook came. */
const CHECK_PROCESSING_AFTER = [DAY, 3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY];

/** From which states each outcome leads on; whatever comes late, twice or out of order changes nothing. Paid always counts. */
const LEADS: Record<SessionOutcome['kind'], { from: CheckoutState[]; to: CheckoutState }> = {
  open: { from: [], to: 'OPEN' },
  processing: { from: ['OPEN'], to: 'PROCESSING' },
  paid: { from: ['OPEN', 'PROCESSING', 'FAILED', 'EXPIRED'], to: 'PAID' },
  failed: { from: ['OPEN', 'PROCESSING'], to: 'FAILED' },
  expired: { from: ['OPEN'], to: 'EXPIRED' },
};

const EVENTS: Partial<Record<CheckoutState, EventKind>> = {
  PROCESSING: 'checkout.processing',
  FAILED: 'checkout.failed',
  EXPIRED: 'checkout.expired',
};

/**
 * Puts what Stripe says of a checkout into the books, once: money that was taken is recorded as it was taken and settles
 * what was asked for as far as that is still open; the rest is the client's credit. Returns the state it is in now.
 */
export async function settleCheckout(
  tx: ScopedTx,
  ctx: AnyContext,
  checkoutId: string,
  outcome: SessionOutcome,
): Promise<CheckoutState> {
  const { partyId } = await tx.checkout.findUniqueOrThrow({
    where: ctx.key(checkoutId),
    select: { partyId: true },
  });
  await tx.lock('Party', partyId);
  const items = await tx.checkoutItem.findMany({
    where: { checkoutId },
    orderBy: { documentId: 'asc' },
  });
  const ids = items.map((item) => item.documentId);
  for (const id of ids) await tx.lock('Document', id);
  await tx.lock('Checkout', checkoutId);
  const checkout = await tx.checkout.findUniqueOrThrow({ where: ctx.key(checkoutId) });
  const { from, to } = LEADS[outcome.kind];
  if (!from.includes(checkout.state)) return checkout.state;

  const now = ctx.now();
  await tx.checkout.update({
    where: ctx.key(checkoutId),
    data: { state: to, ...(to === 'PROCESSING' ? {} : { settledAt: now }) },
  });
  for (const id of ids) await refreshOpenAmount(tx, ctx, id);
  await refreshPartyBalance(tx, ctx, partyId, checkout.currency);
  const kind = EVENTS[to];
  if (kind) {
    recordEvent(tx, ctx, {
      kind,
      partyId,
      documentId: ids.length === 1 ? (ids[0] ?? null) : null,
      data: {
        checkout: checkoutId,
        currency: checkout.currency,
        amount: String(checkout.amount),
        ...(kind === 'checkout.failed' ? { why: 'bounced' } : {}),
      },
    });
  }
  if (to === 'PROCESSING') {
    await expireCheckoutsFor(tx, ctx, ids, { except: checkoutId });
    for (const after of CHECK_PROCESSING_AFTER) {
      const startAfter = new Date(now.getTime() + after);
      const businessId = ctx.business.id;
      await enqueue(tx, 'check-checkout', { businessId, checkoutId }, { startAfter });
    }
  }
  if (outcome.kind === 'paid')
    await recordPaid(tx, ctx, { id: checkoutId, partyId }, outcome, items);
  return to;
}

async function recordPaid(
  tx: ScopedTx,
  ctx: AnyContext,
  checkout: { id: string; partyId: string },
  paid: PaidOutcome,
  items: { documentId: string; amount: bigint }[],
): Promise<void> {
  await recordWithin(tx, ctx, {
    id: newId(),
    partyId: checkout.partyId,
    currency: paid.currency,
    amount: paid.amount,
    method: paid.method,
    methodDetail: paid.methodDetail,
    receivedOn: paid.takenAt ? todayIn(ctx.business.timeZone, paid.takenAt) : ctx.today(),
    allocations: items.map(({ documentId, amount }) => ({ documentId, amount })),
    providerId: paid.intentId,
    checkoutId: checkout.id,
    sendReceipt: ctx.business.receiptMail,
  });
}
