import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import type { StripeStandIn } from '@/lib/stripe/stand-in/server';

/** The official SDK, pointed at the stand-in by address alone. */
export function sdk(standIn: StripeStandIn, key = 'sk_test_studioNorth01', retries = 0): Stripe {
  return new Stripe(key, {
    host: standIn.host,
    port: standIn.port,
    protocol: 'http',
    maxNetworkRetries: retries,
    telemetry: false,
  });
}

/** A session for one invoice of 119.00 EUR, with whatever a test changes. */
export function invoiceSession(
  changes: Stripe.Checkout.SessionCreateParams = {},
): Stripe.Checkout.SessionCreateParams {
  return {
    mode: 'payment',
    success_url: 'http://127.0.0.1:3999/back?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://127.0.0.1:3999/invoice',
    line_items: [item('eur', 11_900)],
    metadata: { invoice: 'INV-1' },
    payment_intent_data: { metadata: { invoice: 'INV-1' } },
    adaptive_pricing: { enabled: false },
    ...changes,
  };
}

export function item(
  currency: string,
  amount: number,
): Stripe.Checkout.SessionCreateParams.LineItem {
  return {
    price_data: { currency, unit_amount: amount, product_data: { name: 'INV-1' } },
    quantity: 1,
  };
}

/** A merchant's webhook address that writes down what it receives; `answer` may be changed. */
export async function webhookReceiver(): Promise<{
  url: string;
  answer: number;
  received: { body: string; signature: string }[];
  close(): Promise<void>;
}> {
  const received: { body: string; signature: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({
      body: Buffer.concat(chunks).toString('utf8'),
      signature: String(request.headers['stripe-signature']),
    });
    response.writeHead(receiver.answer).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    answer: 200,
    received,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}
