import Stripe from 'stripe';
import type { SystemContext } from '@/lib/auth/context';
import type { CheckoutState } from '@/lib/db/generated/client';
import { stripeClient } from '@/lib/stripe/client';
import { checkCheckout, connectionOf } from './check-checkout';
import { settleCheckout } from './settle-checkout';

/**
 * Closes the payment page of a checkout that asks for the wrong sum. Whoever has paid on it meanwhile has paid: then, as
 * always, the books follow what Stripe says. Does nothing for a checkout that is settled.
 */
export async function closeCheckout(
  ctx: SystemContext,
  checkoutId: string,
): Promise<CheckoutState | null> {
  const checkout = await ctx.db.checkout.findUnique({ where: ctx.key(checkoutId) });
  if (!checkout) return null;
  if (checkout.state !== 'OPEN') return checkout.state;
  if (!checkout.stripeSessionId) {
    // The page is just being opened: whoever opens it finds the checkout closed and closes the page too.
    return ctx.transact(async (tx) => {
      await tx.lock('Party', checkout.partyId);
      await tx.lock('Checkout', checkoutId);
      const current = await tx.checkout.findUniqueOrThrow({ where: ctx.key(checkoutId) });
      if (current.stripeSessionId)
        throw new Error(`the page of ${checkoutId} has just been opened`);
      return settleCheckout(tx, ctx, checkoutId, { kind: 'expired' });
    });
  }
  const connection = await connectionOf(ctx, checkout);
  if (!connection) return checkout.state;
  try {
    await stripeClient(connection.secretKey).checkout.sessions.expire(checkout.stripeSessionId);
  } catch (error) {
    // Only open sessions can be expired: it is paid, processing or expired already.
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
  }
  return checkCheckout(ctx, checkoutId);
}
