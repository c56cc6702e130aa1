import type { SystemContext } from '@/lib/auth/context';
import { openStripeConnection } from '@/lib/businesses/stripe-connection';
import { enqueue } from '@/lib/jobs/enqueue';
import { log } from '@/lib/log/log';
import { stripeEventHandler } from '@/lib/stripe/event-table';
import { readWebhook, type WebhookEvent } from '@/lib/stripe/read-webhook';

/** An event this old and not worked on has lost its job; when Stripe sends it again it gets a new one. */
const JOB_LOST_AFTER = 60_000;

/**
 * Checks a webhook against the secret of this business (several, apart by blanks or commas, while one is being changed),
 * stores the event and its job together (an event that does not concern us has none), and returns true once both are
 * committed; false for anything not signed by that secret in the last minutes, or not meant for this connection.
 * Throws when the database fails, so that Stripe sends it again.
 */
export async function receiveWebhook(
  ctx: SystemContext | null,
  request: { body: Buffer; signature: string | null },
): Promise<boolean> {
  const connection = ctx && (await openStripeConnection(ctx));
  if (!ctx || !connection) return false;
  const reading = readWebhook({
    ...request,
    secrets: connection.webhookSecret.split(/[\s,]+/),
    live: connection.live,
    now: ctx.now(),
  });
  if (!reading.ok) {
    log.warn('refused a webhook', { business: ctx.business.slug, reason: reading.reason });
    return false;
  }
  await store(ctx, reading.event);
  return true;
}

async function store(ctx: SystemContext, event: WebhookEvent): Promise<void> {
  const businessId = ctx.business.id;
  await ctx.transact(async (tx) => {
    const key = { businessId_id: { businessId, id: event.id } };
    const known = await tx.stripeEvent.findUnique({ where: key });
    if (known) {
      const waited = ctx.now().getTime() - known.receivedAt.getTime();
      if (known.processedAt || waited < JOB_LOST_AFTER) return;
    } else if (stripeEventHandler(event.type)) {
      await tx.stripeEvent.create({ data: { ...event, businessId, receivedAt: ctx.now() } });
    } else {
      // Noted at once: a job for each would stand in the queue before the payment itself.
      const now = ctx.now();
      const noted = { receivedAt: now, processedAt: now, outcome: 'ignored' };
      await tx.stripeEvent.create({ data: { ...event, businessId, ...noted } });
      return;
    }
    await enqueue(tx, 'process-stripe-event', { businessId, eventId: event.id });
  });
}
