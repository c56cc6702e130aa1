import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StripeStandIn, startStripeStandIn } from '@/lib/stripe/stand-in/server';
import { invoiceSession, item, sdk } from './stand-in-setup';

const noon = Math.floor(Date.UTC(2026, 10, 20, 12) / 1000);
let standIn: StripeStandIn;
beforeAll(async () => {
  standIn = await startStripeStandIn({ time: noon });
});
afterAll(() => standIn.close());

function open(changes: Stripe.Checkout.SessionCreateParams) {
  return sdk(standIn).checkout.sessions.create(invoiceSession(changes));
}

describe('the stand-in refuses what Stripe would refuse', () => {
  test.each([
    ['payment_method_types', { payment_method_types: ['card'] }, 'parameter_unknown'],
    ['line_items[0][price_data][tax]', withData({ tax: 'x' }), 'parameter_unknown'],
    ['success_url', { success_url: undefined }, 'parameter_missing'],
    ['success_url', { success_url: '/back' }, 'url_invalid'],
    ['mode', { mode: undefined }, 'parameter_missing'],
    ['mode', { mode: 'pay' }, undefined],
    ['locale', { locale: 'ar' }, undefined],
    [
      'line_items[0][price_data][unit_amount]',
      withData({ unit_amount: 10.5 }),
      'parameter_invalid_integer',
    ],
    ['line_items[0][price_data][currency]', withData({ currency: 'EUR' }), undefined],
    ['line_items', { line_items: Array.from({ length: 101 }, () => item('eur', 100)) }, undefined],
    [
      'line_items[1][price_data][currency]',
      { line_items: [item('eur', 100), item('usd', 100)] },
      undefined,
    ],
    ['client_reference_id', { client_reference_id: 'x'.repeat(201) }, undefined],
    ['metadata[note]', { metadata: { note: 'x'.repeat(501) } }, undefined],
    [
      'metadata',
      { metadata: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`k${n}`, 'v'])) },
      undefined,
    ],
    ['customer_email', { customer_email: 'nobody' }, 'email_invalid'],
    ['adaptive_pricing[enabled]', { adaptive_pricing: { enabled: 'yes' } }, undefined],
    ['cancel_url', { cancel_url: '' }, 'parameter_invalid_empty'],
  ])('%s', async (param, changes, code) => {
    await expect(open(changes as Stripe.Checkout.SessionCreateParams)).rejects.toMatchObject({
      type: 'StripeInvalidRequestError',
      statusCode: 400,
      param,
      code,
    });
  });

  test.each([
    ['eur', 49, 'amount_too_small'],
    ['jpy', 49, 'amount_too_small'],
    ['huf', 17_499, 'amount_too_small'],
    ['usd', 1_000_000_000_000, 'amount_too_large'],
    ['kwd', 5124, 'parameter_invalid_integer'],
    ['isk', 150, 'parameter_invalid_integer'],
  ])('%s %i is not an amount that can be charged', async (currency, amount, code) => {
    await expect(open({ line_items: [item(currency, amount)] })).rejects.toMatchObject({ code });
  });

  test.each([
    ['jpy', 50],
    ['kwd', 5120],
    ['isk', 10_000],
    ['huf', 17_501],
  ])('%s %i can be charged', async (currency, amount) => {
    expect((await open({ line_items: [item(currency, amount)] })).amount_total).toBe(amount);
  });

  test('a session is open for half an hour to a day', async () => {
    for (const expires_at of [noon + 1799, noon + 86_401]) {
      await expect(open({ expires_at })).rejects.toMatchObject({ param: 'expires_at' });
    }
    const session = await open({ expires_at: noon + 1800 });
    standIn.control.advance(1800);
    const stripe = sdk(standIn);
    expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('expired');
    await expect(stripe.checkout.sessions.expire(session.id)).rejects.toThrow(/Only Checkout/);
    expect(() => standIn.control.pay(session.id)).toThrow(/expired/);
    standIn.control.setTime(noon);
  });

  test('a property that cannot be expanded, and an address that does not exist', async () => {
    const session = await open({});
    const stripe = sdk(standIn);
    await expect(
      stripe.checkout.sessions.retrieve(session.id, { expand: ['banana'] }),
    ).rejects.toMatchObject({ param: 'expand' });
    await expect(stripe.products.list()).rejects.toMatchObject({ statusCode: 404 });
  });
});

describe('idempotency keys', () => {
  test('the same request is answered with the same session, another one is refused', async () => {
    const stripe = sdk(standIn);
    const options = { idempotencyKey: 'INV-1:11900:1' };
    const first = await stripe.checkout.sessions.create(invoiceSession(), options);
    const again = await stripe.checkout.sessions.create(invoiceSession(), options);
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true');
    await expect(
      stripe.checkout.sessions.create(invoiceSession({ line_items: [item('eur', 99)] }), options),
    ).rejects.toMatchObject({ type: 'StripeIdempotencyError' });
    const other = await sdk(standIn, 'sk_test_otherShop01').checkout.sessions.create(
      invoiceSession(),
      options,
    );
    expect(other.id).not.toBe(first.id);
  });

  test('a refused parameter is not kept, a refused amount is', async () => {
    const stripe = sdk(standIn);
    const bad = invoiceSession({ client_reference_id: 'x'.repeat(201) });
    await expect(stripe.checkout.sessions.create(bad, { idempotencyKey: 'a' })).rejects.toThrow();
    await stripe.checkout.sessions.create(invoiceSession(), { idempotencyKey: 'a' });
    const small = invoiceSession({ line_items: [item('eur', 1)] });
    for (let n = 0; n < 2; n += 1) {
      await expect(
        stripe.checkout.sessions.create(small, { idempotencyKey: 'b' }),
      ).rejects.toMatchObject({ code: 'amount_too_small' });
    }
    expect(standIn.control.requests().at(-1)?.replayed).toBe(true);
  });

  test('two at once with one key: one works, the other is told to wait', async () => {
    standIn.control.setLatency(80);
    const options = { idempotencyKey: 'at-once' };
    const stripe = sdk(standIn);
    const results = await Promise.allSettled([
      stripe.checkout.sessions.create(invoiceSession(), options),
      stripe.checkout.sessions.create(invoiceSession(), options),
    ]);
    standIn.control.setLatency(0);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test("an answer lost on the way is made good by the SDK's own retry, once", async () => {
    const stripe = sdk(standIn, 'sk_test_lostAnswer', 2);
    standIn.control.loseAnswers(1);
    const session = await stripe.checkout.sessions.create(invoiceSession());
    const listed = await stripe.checkout.sessions.list();
    expect(listed.data.map((one) => one.id)).toEqual([session.id]);
  });

  test('outages are 500, a broken connection or a limit, and pass', async () => {
    const stripe = sdk(standIn);
    const expected = {
      error: 'StripeAPIError',
      refuse: 'StripeConnectionError',
      rate_limit: 'StripeRateLimitError',
    } as const;
    for (const [outage, type] of Object.entries(expected)) {
      standIn.control.setDown(outage as keyof typeof expected);
      await expect(stripe.accounts.retrieveCurrent()).rejects.toMatchObject({ type });
    }
    standIn.control.setDown(null);
    await expect(stripe.accounts.retrieveCurrent()).resolves.toBeTruthy();
  });
});

function withData(changes: Record<string, unknown>) {
  const line = item('eur', 11_900);
  return { line_items: [{ ...line, price_data: { ...line.price_data, ...changes } }] };
}
