import Stripe from 'stripe';
import { z } from 'zod';

const TOLERANCE_SECONDS = 300;

/** What we take from an event: which object to look at. Everything else is asked of Stripe again. */
export type WebhookEvent = {
  id: string;
  type: string;
  objectKind: string;
  objectId: string;
  live: boolean;
};

type WebhookReading =
  | { ok: true; event: WebhookEvent }
  | { ok: false; reason: 'signature' | 'shape' | 'mode' | 'connect' };

const text = z.string().min(1).max(255);
const snapshotEvent = z.object({
  object: z.literal('event'),
  id: text,
  type: text,
  livemode: z.boolean(),
  account: z.string().nullish(),
  context: z.unknown().optional(),
  data: z.object({ object: z.object({ object: text, id: z.string().max(255).optional() }) }),
});
/** A thin event (docs.stripe.com/event-destinations) names its object and no more. */
const thinEvent = z.object({
  object: z.literal('v2.core.event'),
  id: text,
  type: text,
  livemode: z.boolean(),
  context: z.unknown().optional(),
  related_object: z.object({ id: z.string().max(255), type: z.string().max(255) }).nullish(),
});

/**
 * Reads a webhook's raw body. Refused: a signature that none of the secrets made (or none at all), one made more than five
 * minutes ago or ahead of `now`, an event of the other mode than the key's, an event of a connected account.
 */
export function readWebhook(given: {
  body: Buffer;
  signature: string | null;
  secrets: readonly string[];
  live: boolean;
  now: Date;
}): WebhookReading {
  if (!isSigned(given)) return { ok: false, reason: 'signature' };
  const json = parseJson(given.body);
  const snapshot = snapshotEvent.safeParse(json);
  const thin = thinEvent.safeParse(json);
  const event = snapshot.data ?? thin.data;
  if (!event) return { ok: false, reason: 'shape' };
  if ((snapshot.data?.account ?? null) !== null || (event.context ?? null) !== null) {
    return { ok: false, reason: 'connect' };
  }
  if (event.livemode !== given.live) return { ok: false, reason: 'mode' };
  const { id, type, livemode: live } = event;
  const object = snapshot.data?.data.object;
  const related = thin.data?.related_object;
  return {
    ok: true,
    event: {
      id,
      type,
      live,
      objectKind: object?.object ?? related?.type ?? '',
      objectId: object?.id ?? related?.id ?? '',
    },
  };
}

function isSigned({ body, signature, secrets, now }: Parameters<typeof readWebhook>[0]): boolean {
  if (!signature) return false;
  const seconds = Math.floor(now.getTime() / 1000);
  // The SDK looks only at how old a signature is; one from the future would be good for ever.
  const times = [...signature.matchAll(/(?:^|,)\s*t=(\d+)/g)].map((match) => Number(match[1]));
  if (times.length === 0 || times.some((time) => time > seconds + TOLERANCE_SECONDS)) return false;
  const header = Stripe.webhooks.signature;
  if (!header) throw new Error('this build of Stripe’s SDK cannot check signatures');
  return secrets
    .filter((secret) => secret !== '')
    .some((secret) => {
      try {
        return header.verifyHeader(
          body,
          signature,
          secret,
          TOLERANCE_SECONDS,
          undefined,
          now.getTime(),
        );
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
        throw error;
      }
    });
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
