import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type StripeStandIn, startStripeStandIn } from '@/lib/stripe/stand-in/server';
import { signWebhook } from '@/lib/stripe/stand-in/webhook-signature';
import { invoiceSession, sdk, webhookReceiver } from './stand-in-setup';

const key = 'sk_test_studioNorth01';
let standIn: StripeStandIn;
let shop: Awaited<ReturnType<typeof webhookReceiver>>;
beforeEach(async () => {
  standIn = await startStripeStandIn({ retryDelays: [20, 20] });
  shop = await webhookReceiver();
});
afterEach(async () => {
  await standIn.close();
  await shop.close();
});

function types(): string[] {
  return shop.received.map(({ body }) => (JSON.parse(body) as Stripe.Event).type);
}

async function paidSession(method: 'card' | 'debit' = 'card'): Promise<string> {
  const session = await sdk(standIn).checkout.sessions.create(invoiceSession());
  standIn.control.pay(session.id, { method });
  return session.id;
}

describe('webhooks of the stand-in', () => {
  test('a payment is announced with a signature that the SDK accepts', async () => {
    const { secret } = standIn.control.addWebhook({ key, url: shop.url });
    const id = await paidSession();
    await standIn.control.webhooks.idle();
    expect(types()).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
      'charge.updated',
    ]);
    const completed = shop.received[3];
    const event = sdk(standIn).webhooks.constructEvent(
      completed?.body ?? '',
      completed?.signature ?? '',
      secret,
    );
    expect(event).toMatchObject({ livemode: false, data: { object: { id } } });
    expect(() =>
      sdk(standIn).webhooks.constructEvent(
        completed?.body ?? '',
        completed?.signature ?? '',
        'whsec_x',
      ),
    ).toThrow(Stripe.errors.StripeSignatureVerificationError);
  });

  test('a delayed payment is announced when it starts and when it settles or bounces', async () => {
    standIn.control.addWebhook({
      key,
      url: shop.url,
      events: [
        'checkout.session.completed',
        'checkout.session.async_payment_succeeded',
        'checkout.session.async_payment_failed',
      ],
    });
    standIn.control.settle(await paidSession('debit'));
    standIn.control.fail(await paidSession('debit'));
    await standIn.control.webhooks.idle();
    expect(types()).toEqual([
      'checkout.session.completed',
      'checkout.session.async_payment_succeeded',
      'checkout.session.completed',
      'checkout.session.async_payment_failed',
    ]);
  });

  test('refunds, their failure and disputes made in the dashboard are announced', async () => {
    const { payment_intent } = standIn.control.session(await paidSession());
    standIn.control.addWebhook({ key, url: shop.url });
    const refund = standIn.control.refund(String(payment_intent), 500);
    standIn.control.failRefund(refund.id);
    const dispute = standIn.control.dispute(refund.charge);
    standIn.control.closeDispute(dispute.id, 'lost');
    await standIn.control.webhooks.idle();
    expect(types()).toEqual([
      'refund.created',
      'charge.refunded',
      'refund.failed',
      'refund.updated',
      'charge.refund.updated',
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.closed',
    ]);
  });

  test('an endpoint of 2019 gets the ids and little else', async () => {
    standIn.control.addWebhook({
      key,
      url: shop.url,
      oldShape: true,
      events: ['checkout.session.completed'],
    });
    const id = await paidSession();
    await standIn.control.webhooks.idle();
    const event = JSON.parse(shop.received[0]?.body ?? '{}') as Stripe.Event;
    expect(event).toMatchObject({ api_version: '2019-02-19', data: { object: { id } } });
    expect(event.data.object).not.toHaveProperty('payment_status');
    expect(event.data.object).not.toHaveProperty('metadata');
  });

  test('an unanswered event comes again, and is given up in the end', async () => {
    standIn.control.addWebhook({ key, url: shop.url, events: ['checkout.session.completed'] });
    shop.answer = 500;
    await paidSession();
    await standIn.control.webhooks.idle();
    const [delivery] = standIn.control.webhooks.deliveries();
    expect(delivery).toMatchObject({ state: 'failed' });
    expect(delivery?.attempts.map((attempt) => attempt.status)).toEqual([500, 500, 500]);
    const missed = await sdk(standIn).events.list({
      delivery_success: false,
      types: ['checkout.session.completed'],
    });
    expect(missed.data.map((event) => event.id)).toEqual([delivery?.eventId]);
    shop.answer = 200;
    expect(standIn.control.resend(String(delivery?.eventId))).toBe(1);
    await standIn.control.webhooks.idle();
    expect(standIn.control.webhooks.deliveries().at(-1)?.state).toBe('delivered');
  });

  test('events can be held back, turned round, doubled and lost', async () => {
    const { webhooks } = standIn.control;
    standIn.control.addWebhook({
      key,
      url: shop.url,
      events: ['charge.succeeded', 'checkout.session.completed'],
    });
    webhooks.pause();
    await paidSession();
    await webhooks.idle();
    expect(shop.received).toEqual([]);
    webhooks.reorder();
    webhooks.resume();
    await webhooks.idle();
    expect(types()).toEqual(['checkout.session.completed', 'charge.succeeded']);
    webhooks.duplicateNext(1);
    await paidSession();
    await webhooks.idle();
    expect(types().slice(2)).toEqual([
      'charge.succeeded',
      'charge.succeeded',
      'checkout.session.completed',
    ]);
    webhooks.dropNext(2);
    await paidSession();
    await webhooks.idle();
    expect(shop.received).toHaveLength(5);
    expect(webhooks.deliveries().at(-1)?.state).toBe('dropped');
  });

  test('an endpoint made through the API shows its secret once, and may only be on this machine', async () => {
    const stripe = sdk(standIn);
    const endpoint = await stripe.webhookEndpoints.create({
      url: shop.url,
      enabled_events: ['checkout.session.completed'],
      api_version: '2026-10-28.endive' as Stripe.WebhookEndpointCreateParams.ApiVersion,
    });
    expect(endpoint.secret).toMatch(/^whsec_/);
    expect((await stripe.webhookEndpoints.list()).data[0]).not.toHaveProperty('secret');
    await paidSession();
    await standIn.control.webhooks.idle();
    expect(types()).toEqual(['checkout.session.completed']);
    await stripe.webhookEndpoints.del(endpoint.id);
    expect((await stripe.webhookEndpoints.list()).data).toEqual([]);
    await expect(
      stripe.webhookEndpoints.create({ url: 'https://example.com/x', enabled_events: ['*'] }),
    ).rejects.toMatchObject({ param: 'url' });
  });

  test('while a secret is being changed, both signatures stand in the header', () => {
    const header = signWebhook('{"object":"event"}', ['whsec_old', 'whsec_new']);
    for (const secret of ['whsec_old', 'whsec_new']) {
      expect(() =>
        sdk(standIn).webhooks.constructEvent('{"object":"event"}', header, secret),
      ).not.toThrow();
    }
  });

  test('a stand-in that was killed goes on where it stood, and keeps no key', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'stand-in-'));
    const first = await startStripeStandIn({ dataDir });
    const session = await sdk(first, key).checkout.sessions.create(invoiceSession());
    first.control.addWebhook({ key, url: shop.url });
    first.control.webhooks.pause();
    first.control.pay(session.id);
    const kept = readFileSync(join(dataDir, 'stripe-stand-in.json'), 'utf8');
    expect(kept).not.toContain(key);
    // a kill runs no clean-up, so the second one starts from the file alone
    const second = await startStripeStandIn({ dataDir });
    expect((await sdk(second, key).checkout.sessions.retrieve(session.id)).payment_status).toBe(
      'paid',
    );
    await second.control.webhooks.idle();
    expect(types()).toContain('checkout.session.completed');
    await first.close();
    await second.close();
    rmSync(dataDir, { recursive: true });
  });
});
