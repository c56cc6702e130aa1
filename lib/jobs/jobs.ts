import { z } from 'zod';

const id = z.uuid();

/** Stripe is asked about a payment page, and may be away for hours. */
const aboutCheckout = {
  payload: z.strictObject({ businessId: id, checkoutId: id }),
  queue: {
    retryLimit: 30,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: 120,
  },
  parallel: 4,
};

/**
 * Every job: its payload and how patient it is. Handlers are in registry.ts; this file is light, so that deeds may import it.
 * All jobs are safe to run twice.
 */
export const JOBS = {
  'render-document-pdf': {
    payload: z.strictObject({ businessId: id, documentId: id }),
    queue: {
      retryLimit: 8,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 300,
      // Drawing is given up after 30; whoever takes longer was killed, and another worker should not wait for them.
      expireInSeconds: 60,
    },
    parallel: 2,
  },
  'send-message': {
    payload: z.strictObject({ businessId: id, messageId: id }),
    queue: {
      retryLimit: 20,
      retryDelay: 5,
      retryBackoff: true,
      retryDelayMax: 3600,
      expireInSeconds: 300,
    },
    parallel: 4,
  },
  'mail-portal-link': {
    payload: z.strictObject({
      businessId: id,
      /** Makes a job that runs twice one mail. */
      requestId: id,
      email: z.string().max(254).nullable(),
      linkId: id.nullable(),
      documentId: id.nullable(),
    }),
    queue: {
      retryLimit: 10,
      retryDelay: 2,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: 120,
    },
    parallel: 2,
  },
  'send-account-mail': {
    payload: z.strictObject({ kind: z.enum(['reset', 'invitation', 'sign-up']), id }),
    queue: {
      retryLimit: 30,
      retryDelay: 5,
      retryBackoff: true,
      retryDelayMax: 7200,
      expireInSeconds: 120,
    },
    parallel: 2,
  },
  'process-stripe-event': {
    payload: z.strictObject({ businessId: id, eventId: z.string().min(1).max(255) }),
    queue: {
      retryLimit: 30,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 3600,
      expireInSeconds: 120,
    },
    parallel: 4,
  },
  'check-checkout': aboutCheckout,
  'expire-checkout': aboutCheckout,
} as const;

export type JobName = keyof typeof JOBS;
export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]['payload']>;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
