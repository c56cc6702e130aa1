import { openStripeConnection } from '@/lib/businesses/stripe-connection';
import type { JobPayload } from '@/lib/jobs/jobs';
import { systemContext } from '@/lib/jobs/system-context';
import { stripeClient } from '@/lib/stripe/client';
import { stripeEventHandler } from '@/lib/stripe/event-table';
import { checkCheckout } from './check-checkout';
import { closeCheckout } from './close-checkout';

/**
 * Works on one stored event of Stripe's and notes what came of it. Throws (and is repeated) while Stripe or the database
 * is away; until it is done, the event stays unprocessed for the owner to see.
 */
export async function processStripeEvent({
  businessId,
  eventId,
}: JobPayload<'process-stripe-event'>): Promise<void> {
  const ctx = await systemContext(businessId);
  const key = { businessId_id: { businessId, id: eventId } };
  const event = await ctx.db.stripeEvent.findUnique({ where: key });
  if (!event || event.processedAt) return;
  const handler = stripeEventHandler(event.type);
  const connection = handler ? await openStripeConnection(ctx) : null;
  const outcome = !handler
    ? 'ignored'
    : !connection || connection.live !== event.live
      ? 'notConnected'
      : await handler(ctx, stripeClient(connection.secretKey), event.objectId);
  await ctx.db.stripeEvent.update({ where: key, data: { processedAt: ctx.now(), outcome } });
}

/** Asks Stripe about a checkout although no webhook came, so that a lost one never loses a payment. */
export async function checkCheckoutJob({
  businessId,
  checkoutId,
}: JobPayload<'check-checkout'>): Promise<void> {
  await checkCheckout(await systemContext(businessId), checkoutId);
}

/** Closes a payment page that asks for the wrong sum. */
export async function expireCheckoutJob({
  businessId,
  checkoutId,
}: JobPayload<'expire-checkout'>): Promise<void> {
  await closeCheckout(await systemContext(businessId), checkoutId);
}
