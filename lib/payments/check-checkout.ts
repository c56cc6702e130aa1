import Stripe from 'stripe';
import { Missing } from '@/lib/actions/refused';
import type { AnyContext, PortalContext, SystemContext } from '@/lib/auth/context';
import { openStripeConnection } from '@/lib/businesses/stripe-connection';
import type { CheckoutState } from '@/lib/db/generated/client';
import { logError } from '@/lib/log/log';
import { stripeClient } from '@/lib/stripe/client';
import { LONGEST_DEBIT_MS } from '@/lib/stripe/connection';
import { readSession, type SessionOutcome } from './read-session';
import { reconcilePayment } from './reconcile-payment';
import { OPENING_TAKES } from './reserve-checkout';
import { settleCheckout } from './settle-checkout';

/**
 * Asks Stripe what became of a checkout and brings the books to it; safe to run any number of times at once (webhook,
 * return page and job do). Returns the state it is in now. For a client, Stripe being away is no error: the state as
 * stored is the answer and a job asks again; a job throws and is repeated. Not there for another client.
 */
export async function checkCheckout(
  ctx: SystemContext | PortalContext,
  checkoutId: string,
): Promise<CheckoutState> {
  const checkout = await ctx.db.checkout.findUnique({ where: ctx.key(checkoutId) });
  if (!checkout) throw new Missing();
  if (ctx.kind === 'portal' && checkout.partyId !== ctx.party.id) throw new Missing();
  if (checkout.state === 'PAID') return checkout.state;
  if (!checkout.stripeSessionId) {
    const given = ctx.now().getTime() - checkout.createdAt.getTime();
    return given > OPENING_TAKES ? settle(ctx, checkoutId, { kind: 'expired' }) : checkout.state;
  }
  const connection = await connectionOf(ctx, checkout);
  if (!connection) {
    const given = ctx.now().getTime() - checkout.createdAt.getTime();
    return given > LONGEST_DEBIT_MS && checkout.state !== 'FAILED'
      ? settle(ctx, checkoutId, { kind: 'failed' })
      : checkout.state;
  }
  const stripe = stripeClient(connection.secretKey);
  try {
    const outcome = await readSession(stripe, checkout.stripeSessionId);
    if (outcome.kind === 'open') return checkout.state;
    const state = await settle(ctx, checkoutId, outcome);
    if (outcome.kind === 'paid' && outcome.touched) {
      await reconcilePayment(ctx, stripe, outcome.intentId);
    }
    return state;
  } catch (error) {
    if (ctx.kind !== 'portal' || !(error instanceof Stripe.errors.StripeError)) throw error;
    logError(error, { checkout: checkoutId });
    return checkout.state;
  }
}

/** The connection to the account whose page a checkout is; null while the business is connected to none or another. */
export async function connectionOf(
  ctx: AnyContext,
  checkout: { stripeAccountId: string; live: boolean },
) {
  const connection = await openStripeConnection(ctx);
  const isSame =
    connection?.accountId === checkout.stripeAccountId && connection.live === checkout.live;
  return isSame ? connection : null;
}

function settle(
  ctx: SystemContext | PortalContext,
  checkoutId: string,
  outcome: SessionOutcome,
): Promise<CheckoutState> {
  return ctx.transact((tx) => settleCheckout(tx, ctx, checkoutId, outcome));
}
