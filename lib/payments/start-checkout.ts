import Stripe from 'stripe';
import { Refused } from '@/lib/actions/refused';
import type { PortalContext } from '@/lib/auth/context';
import { openStripeConnection } from '@/lib/businesses/stripe-connection';
import { recordEvent } from '@/lib/events/record-event';
import { log, logError } from '@/lib/log/log';
import { stripeClient } from '@/lib/stripe/client';
import { sessionParameters } from './checkout-session';
import { type ReservedCheckout, reserveCheckout } from './reserve-checkout';

type StartedCheckout = { url: string; checkoutId: string };

/**
 * Opens Stripe's payment page for exactly what is open now on one or several invoices of this client; the answer is where
 * to send them. Asked twice, it is the same page. When Stripe cannot be reached or will not take the sum, the checkout is
 * marked as failed and the client gets a sentence; nothing else has changed.
 */
export async function startCheckout(
  ctx: PortalContext,
  input: { documentIds: string[] },
): Promise<StartedCheckout> {
  const connection = await openStripeConnection(ctx);
  if (!connection) throw new Refused('payments.errors.cardNotOffered');
  const checkout = await ctx.transact((tx) =>
    reserveCheckout(tx, ctx, input.documentIds, connection),
  );
  if (checkout.url) return { url: checkout.url, checkoutId: checkout.id };

  const stripe = stripeClient(connection.secretKey);
  try {
    // The key makes two clicks one session: whoever comes second gets the first one's answer.
    const session = await stripe.checkout.sessions.create(sessionParameters(ctx, checkout), {
      idempotencyKey: checkout.id,
    });
    if (!session.url) throw new Error(`Stripe gave no address for ${session.id}`);
    return await storeSession(ctx, stripe, checkout, { id: session.id, url: session.url });
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    if (error instanceof Stripe.errors.StripeIdempotencyError) {
      const opened = await openedMeanwhile(ctx, checkout.id);
      if (opened) return opened;
    }
    throw await fail(ctx, checkout, error);
  }
}

async function storeSession(
  ctx: PortalContext,
  stripe: Stripe,
  checkout: ReservedCheckout,
  session: { id: string; url: string },
): Promise<StartedCheckout> {
  const stored = await ctx.db.checkout.updateMany({
    where: { id: checkout.id, state: 'OPEN', stripeSessionId: null },
    data: { stripeSessionId: session.id, url: session.url },
  });
  if (stored.count === 1) return { url: session.url, checkoutId: checkout.id };
  const opened = await openedMeanwhile(ctx, checkout.id);
  if (opened) return opened;
  // What was due changed while the page was being opened: nobody has seen the page yet.
  await stripe.checkout.sessions.expire(session.id);
  throw new Refused('payments.errors.changedMeanwhile');
}

async function openedMeanwhile(ctx: PortalContext, id: string): Promise<StartedCheckout | null> {
  const checkout = await ctx.db.checkout.findUnique({ where: ctx.key(id) });
  return checkout?.state === 'OPEN' && checkout.url
    ? { url: checkout.url, checkoutId: checkout.id }
    : null;
}

async function fail(
  ctx: PortalContext,
  checkout: ReservedCheckout,
  error: InstanceType<typeof Stripe.errors.StripeError>,
): Promise<Refused> {
  const reason = reasonOf(error);
  if (reason === 'stripeRefused') logError(error, { checkout: checkout.id });
  else log.warn('no payment page', { checkout: checkout.id, reason });
  await ctx.transact(async (tx) => {
    await tx.lock('Checkout', checkout.id);
    const failed = await tx.checkout.updateMany({
      where: { id: checkout.id, state: 'OPEN', stripeSessionId: null },
      data: { state: 'FAILED', settledAt: ctx.now() },
    });
    if (failed.count === 0) return;
    recordEvent(tx, ctx, {
      kind: 'checkout.failed',
      partyId: ctx.party.id,
      data: {
        checkout: checkout.id,
        currency: checkout.currency,
        amount: String(checkout.amount),
        why: reason,
      },
    });
  });
  return new Refused(`payments.errors.${reason}`, {
    amount: ctx.f.money(checkout.amount, checkout.currency),
    currency: checkout.currency,
    number: checkout.items[0]?.number ?? '',
  });
}

function reasonOf(error: InstanceType<typeof Stripe.errors.StripeError>) {
  const { errors } = Stripe;
  if (error.code === 'amount_too_small') return 'amountTooSmall';
  if (error.code === 'amount_too_large') return 'amountTooLarge';
  if (
    error instanceof errors.StripeConnectionError ||
    error instanceof errors.StripeAPIError ||
    error instanceof errors.StripeRateLimitError ||
    error instanceof errors.StripeIdempotencyError
  ) {
    return 'stripeAway';
  }
  return 'stripeRefused';
}
