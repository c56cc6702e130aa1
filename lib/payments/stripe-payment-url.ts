import { env } from '@/lib/env/env';

/** Where a payment stands in Stripe's dashboard; null while payments are simulated. */
export function stripePaymentUrl(providerId: string, live: boolean): string | null {
  if (env().stripeApiBase) return null;
  return `https://dashboard.stripe.com/${live ? '' : 'test/'}payments/${encodeURIComponent(providerId)}`;
}
