import Stripe from 'stripe';
import { env } from '@/lib/env/env';

/** Stripe's SDK for one secret key. In the demo and in tests it speaks to the local stand-in instead. */
export function stripeClient(secretKey: string): Stripe {
  const { stripeApiBase } = env();
  return new Stripe(secretKey, {
    maxNetworkRetries: 2,
    timeout: 20_000,
    telemetry: false,
    ...(stripeApiBase ? standIn(new URL(stripeApiBase)) : {}),
  });
}

function standIn(base: URL) {
  const protocol = base.protocol === 'https:' ? ('https' as const) : ('http' as const);
  return { protocol, host: base.hostname, port: base.port || (protocol === 'https' ? 443 : 80) };
}
