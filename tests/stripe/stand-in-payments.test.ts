import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type StripeStandIn, startStripeStandIn } from '@/lib/stripe/stand-in/server';
import { invoiceSession, item, sdk } from './stand-in-setup';

let standIn: StripeStandIn;
beforeAll(async () => {
  standIn = await startStripeStandIn();
});
afterAll(() => standIn.close());

describe('the Stripe stand-in, asked by the official SDK', () => {
  test('a key names its own account and tells test from live', async () => {
    const account = await sdk(standIn).accounts.retrieveCurrent();
    expect(account.id).toMatch(/^acct_/);
    const live = await sdk(standIn, 'sk_live_studioNorth01').checkout.sessions.create(
      invoiceSession(),
    );
    expect(live).toMatchObject({ livemode: true, id: expect.stringMatching(/^cs_live_/) });
  });

  test('a paid session leads to the payment, its charge and the fee', async () => {
    const stripe = sdk(standIn);
    const session = await stripe.checkout.sessions.create(invoiceSession());
    expect(session).toMatchObject({
      amount_total: 11_900,
      payment_intent: null,
      payment_status: 'unpaid',
      status: 'open',
      url: `${standIn.url}/pay/${session.id}`,
    });
    standIn.control.pay(session.id);
    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge.balance_transaction', 'line_items'],
    });
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      line_items: { data: [{ description: 'INV-1', amount_total: 11_900 }] },
      payment_intent: {
        status: 'succeeded',
        metadata: { invoice: 'INV-1' },
        latest_charge: { balance_transaction: { fee: 204, net: 11_696 } },
      },
    });
    expect(() => standIn.control.pay(session.id)).toThrow(/complete/);
  });

  test('a declined card leaves the session open for another try', async () => {
    const stripe = sdk(standIn);
    const session = await stripe.checkout.sessions.create(invoiceSession());
    standIn.control.pay(session.id, { decline: true });
    const open = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent'],
    });
    expect(open).toMatchObject({
      status: 'open',
      payment_intent: { status: 'requires_payment_method' },
    });
    standIn.control.pay(session.id);
    expect((await stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid');
  });

  test('a bank debit is complete but unpaid until it settles, or bounces', async () => {
    const stripe = sdk(standIn);
    const [first, second] = await Promise.all([
      stripe.checkout.sessions.create(invoiceSession()),
      stripe.checkout.sessions.create(invoiceSession()),
    ]);
    for (const { id } of [first, second]) standIn.control.pay(id, { method: 'debit' });
    const waiting = await stripe.checkout.sessions.retrieve(first.id, {
      expand: ['payment_intent'],
    });
    expect(waiting).toMatchObject({
      status: 'complete',
      payment_status: 'unpaid',
      payment_intent: { status: 'processing' },
    });
    standIn.control.settle(first.id);
    standIn.control.fail(second.id);
    expect((await stripe.checkout.sessions.retrieve(first.id)).payment_status).toBe('paid');
    const bounced = await stripe.checkout.sessions.retrieve(second.id, {
      expand: ['payment_intent'],
    });
    expect(bounced).toMatchObject({
      payment_status: 'unpaid',
      payment_intent: { status: 'requires_payment_method' },
    });
  });

  test('a session without delayed methods cannot be paid by debit', async () => {
    const session = await sdk(standIn).checkout.sessions.create(
      invoiceSession({ allowed_payment_method_types: ['card'] }),
    );
    expect(session.payment_method_types).toEqual(['card']);
    expect(() => standIn.control.pay(session.id, { method: 'debit' })).toThrow(/sepa_debit/);
  });

  test('part refunds add up, and no more than the charge can go back', async () => {
    const stripe = sdk(standIn);
    const session = await stripe.checkout.sessions.create(invoiceSession());
    standIn.control.pay(session.id);
    const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id);
    const intent = String(payment_intent);
    const first = await stripe.refunds.create({ payment_intent: intent, amount: 1900 });
    expect(first.status).toBe('succeeded');
    await expect(
      stripe.refunds.create({ payment_intent: intent, amount: 10_001 }),
    ).rejects.toMatchObject({ type: 'StripeInvalidRequestError', param: 'amount' });
    const rest = standIn.control.refund(intent);
    expect(rest.amount).toBe(10_000);
    await expect(stripe.refunds.create({ payment_intent: intent })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    standIn.control.failRefund(rest.id);
    const charge = await stripe.charges.retrieve(rest.charge, { expand: ['refunds'] });
    expect(charge).toMatchObject({ amount_refunded: 1900, refunded: false });
    expect(charge.refunds?.data.map((refund) => refund.status)).toEqual(['failed', 'succeeded']);
    const listed = await stripe.refunds.list({ payment_intent: intent });
    expect(listed.data).toHaveLength(2);
  });

  test('a disputed charge cannot be refunded, an inquiry can', async () => {
    const stripe = sdk(standIn);
    const session = await stripe.checkout.sessions.create(invoiceSession());
    standIn.control.pay(session.id);
    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge'],
    });
    const chargeId = (paid.payment_intent as { latest_charge: { id: string } }).latest_charge.id;
    const inquiry = standIn.control.dispute(chargeId, { inquiry: true });
    expect(await stripe.disputes.retrieve(inquiry.id)).toMatchObject({
      status: 'warning_needs_response',
      is_charge_refundable: true,
      balance_transactions: [],
    });
    await stripe.refunds.create({ charge: chargeId, amount: 100 });
    standIn.control.escalateDispute(inquiry.id);
    await expect(stripe.refunds.create({ charge: chargeId })).rejects.toMatchObject({
      code: 'charge_disputed',
    });
    standIn.control.closeDispute(inquiry.id, 'won');
    const won = await stripe.disputes.retrieve(inquiry.id);
    expect(won.status).toBe('won');
    expect(won.balance_transactions.map((movement) => movement.amount)).toEqual([-11_800, 11_800]);
  });

  test("another business's ids are unknown", async () => {
    const session = await sdk(standIn).checkout.sessions.create(invoiceSession());
    const stranger = sdk(standIn, 'sk_test_somebodyElse');
    await expect(stranger.checkout.sessions.retrieve(session.id)).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    await expect(stranger.checkout.sessions.expire(session.id)).rejects.toMatchObject({
      statusCode: 404,
    });
    expect((await stranger.checkout.sessions.list()).data).toEqual([]);
  });

  test('keys that are malformed, publishable or withdrawn open nothing', async () => {
    for (const key of ['sk_demo_x', 'sk_test_', 'pk_test_studioNorth01']) {
      await expect(sdk(standIn, key).accounts.retrieveCurrent()).rejects.toMatchObject({
        type: 'StripeAuthenticationError',
      });
    }
    standIn.control.revokeKey('sk_test_withdrawn01');
    await expect(
      sdk(standIn, 'sk_test_withdrawn01').accounts.retrieveCurrent(),
    ).rejects.toMatchObject({ code: 'api_key_expired' });
  });

  test('lists are paged by cursor, newest first, and can be filtered', async () => {
    const stripe = sdk(standIn, 'sk_test_lists000001');
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      ids.unshift((await stripe.checkout.sessions.create(invoiceSession())).id);
    }
    const seen: string[] = [];
    for await (const session of stripe.checkout.sessions.list({ limit: 2 })) seen.push(session.id);
    expect(seen).toEqual(ids);
    await stripe.checkout.sessions.expire(String(ids[0]));
    const expired = await stripe.checkout.sessions.list({ status: 'expired' });
    expect(expired.data.map((session) => session.id)).toEqual([ids[0]]);
    expect((await stripe.checkout.sessions.listLineItems(String(ids[1]))).data).toHaveLength(1);
  });

  test('a customer made once can be named in a session', async () => {
    const stripe = sdk(standIn);
    const customer = await stripe.customers.create({ email: 'li@example.com', name: '李雷' });
    const session = await stripe.checkout.sessions.create(
      invoiceSession({ customer: customer.id, line_items: [item('jpy', 5000)] }),
    );
    expect(session.customer).toBe(customer.id);
    await expect(
      stripe.checkout.sessions.create(invoiceSession({ customer: 'cus_none' })),
    ).rejects.toMatchObject({ param: 'customer', code: 'resource_missing' });
  });
});
