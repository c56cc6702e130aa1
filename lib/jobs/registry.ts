import type { JobName, JobPayload } from './jobs';

type Handlers = { [N in JobName]: () => Promise<(payload: JobPayload<N>) => Promise<void>> };

/** Which function does which job: one of the two places where the platform knows concepts. Loaded when first needed. */
export const HANDLERS: Handlers = {
  'render-document-pdf': async () => (await import('@/lib/documents/jobs')).renderDocumentPdf,
  'send-message': async () => (await import('@/lib/messages/jobs')).sendMessageJob,
  'mail-portal-link': async () => (await import('@/lib/portal/jobs')).mailRequestedLinkJob,
  'send-account-mail': async () => (await import('@/lib/members/jobs')).sendAccountMail,
  'process-stripe-event': async () => (await import('@/lib/payments/jobs')).processStripeEvent,
  'check-checkout': async () => (await import('@/lib/payments/jobs')).checkCheckoutJob,
  'expire-checkout': async () => (await import('@/lib/payments/jobs')).expireCheckoutJob,
};
