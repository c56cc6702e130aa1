import type Stripe from 'stripe';
import type { SystemContext } from '@/lib/auth/context';
import { checkCheckout } from './check-checkout';
import { isUnknownToStripe } from './read-session';
import { reconcilePayment } from './reconcile-payment';

/** What came of an event; kept beside it in the inbox. */
type EventOutcome = 'done' | 'notOurs';

/** Works on the object an event names, which is fetched again: nothing in the event itself is believed. */
export type StripeEventHandler = (
  ctx: SystemContext,
  stripe: Stripe,
  objectId: string,
) => Promise<EventOutcome>;

/** Something happened to a Checkout Session. Only one that we opened and stored concerns us, whatever its metadata says. */
export const checkoutChanged: StripeEventHandler = async (ctx, _stripe, sessionId) => {
  const checkout = await ctx.db.checkout.findFirst({
    where: { stripeSessionId: sessionId },
    select: { id: true },
  });
  if (!checkout) return 'notOurs';
  await checkCheckout(ctx, checkout.id);
  return 'done';
};

/** Something happened to a PaymentIntent: the second source of what its session tells. */
export const intentChanged: StripeEventHandler = async (ctx, stripe, intentId) => {
  const sessions = await stripe.checkout.sessions.list({ payment_intent: intentId, limit: 1 });
  const session = sessions.data[0];
  return session ? checkoutChanged(ctx, stripe, session.id) : 'notOurs';
};

/** Money of a charge went back, or its refund changed. */
export const chargeChanged: StripeEventHandler = (ctx, stripe, chargeId) =>
  paymentOf(ctx, stripe, () => stripe.charges.retrieve(chargeId));

export const refundChanged: StripeEventHandler = (ctx, stripe, refundId) =>
  paymentOf(ctx, stripe, () => stripe.refunds.retrieve(refundId));

export const disputeChanged: StripeEventHandler = (ctx, stripe, disputeId) =>
  paymentOf(ctx, stripe, () => stripe.disputes.retrieve(disputeId));

async function paymentOf(
  ctx: SystemContext,
  stripe: Stripe,
  retrieve: () => Promise<{ payment_intent: string | Stripe.PaymentIntent | null }>,
): Promise<EventOutcome> {
  let intent: string | Stripe.PaymentIntent | null;
  try {
    intent = (await retrieve()).payment_intent;
  } catch (error) {
    if (isUnknownToStripe(error)) return 'notOurs';
    throw error;
  }
  const intentId = typeof intent === 'string' ? intent : intent?.id;
  if (!intentId) return 'notOurs';
  if (await reconcilePayment(ctx, stripe, intentId)) return 'done';
  // The refund overtook the payment: first the payment, then what became of it.
  await intentChanged(ctx, stripe, intentId);
  return (await reconcilePayment(ctx, stripe, intentId)) ? 'done' : 'notOurs';
}
