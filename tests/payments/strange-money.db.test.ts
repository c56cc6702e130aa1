import { describe, expect, it } from 'vitest';
import { saveStripeConnection } from '@/lib/businesses/stripe-connection';
import { unscopedDb } from '@/lib/db/client';
import { voidInvoice } from '@/lib/invoices/void-invoice';
import { checkCheckout } from '@/lib/payments/check-checkout';
import { startCheckout } from '@/lib/payments/start-checkout';
import { stripeClient } from '@/lib/stripe/client';
import {
  arrive,
  creditIn,
  eventKinds,
  invoiceOf,
  later,
  openShop,
  paymentsIn,
  recordByBank,
  type Shop,
  start,
  stateOf,
  stripe,
  withStripe,
} from './world';

withStripe();

const control = () => stripe.standIn.control;

describe('Money nobody waited for', () => {
  it('for an invoice that the bank has paid meanwhile becomes the client’s credit', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    await recordByBank(shop, invoice, 10_000n);
    control().pay(sessionId);
    await arrive();
    expect(await creditIn(shop)).toBe(10_000n);
    expect(await stateOf(shop, invoice)).toEqual({ open: 0n, processing: 0n });
    expect(await paymentsIn(shop)).toHaveLength(2);
  });

  it('for an invoice that was part paid meanwhile settles the rest and leaves a credit', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    await recordByBank(shop, invoice, 4_000n);
    control().pay(sessionId);
    await arrive();
    expect(await stateOf(shop, invoice)).toMatchObject({ open: 0n });
    expect(await creditIn(shop)).toBe(4_000n);
  });

  it('for an invoice that is void becomes credit', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    control().webhooks.pause();
    control().pay(sessionId);
    await voidInvoice(shop.ctx, { id: invoice, reason: 'Ordered twice' });
    control().webhooks.resume();
    await arrive();
    expect(await creditIn(shop)).toBe(10_000n);
    expect(await stateOf(shop, invoice)).toEqual({ open: 0n, processing: 0n });
    expect((await eventKinds(shop)).at(-1)).toBe('payment.recorded');
  });

  it('that a debit brings for an invoice paid meanwhile becomes credit, and nothing stays processing', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    control().pay(sessionId, { method: 'debit' });
    await arrive();
    await recordByBank(shop, invoice, 10_000n);
    expect(await stateOf(shop, invoice)).toEqual({ open: 0n, processing: 0n });
    control().settle(sessionId);
    await arrive();
    expect(await creditIn(shop)).toBe(10_000n);
  });

  it('in the wrong currency is booked as it came and settles nothing', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { checkoutId } = await start(shop, invoice);
    const other = await foreignSession(shop, 'usd', 10_000);
    await shop.ctx.db.checkout.update({
      where: shop.ctx.key(checkoutId),
      data: { stripeSessionId: other },
    });
    control().pay(other);
    await arrive();
    expect(await paymentsIn(shop)).toMatchObject([
      { currency: 'USD', amount: 10_000n, allocations: [] },
    ]);
    expect(await stateOf(shop, invoice)).toEqual({ open: 10_000n, processing: 0n });
    expect(await creditIn(shop, 'USD')).toBe(10_000n);
    expect(await creditIn(shop, 'GBP')).toBe(0n);
  });

  it('of another amount than was asked is booked as it came', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { checkoutId } = await start(shop, invoice);
    const other = await foreignSession(shop, 'gbp', 2_500);
    await shop.ctx.db.checkout.update({
      where: shop.ctx.key(checkoutId),
      data: { stripeSessionId: other },
    });
    control().pay(other);
    await arrive();
    expect(await paymentsIn(shop)).toMatchObject([{ amount: 2_500n }]);
    expect(await stateOf(shop, invoice)).toEqual({ open: 7_500n, processing: 0n });
  });

  it('on a page we never opened is left alone, whatever its metadata claims', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { checkoutId } = await start(shop, invoice);
    const session = await foreignSession(shop, 'gbp', 100, {
      business: shop.ctx.business.id,
      checkout: checkoutId,
    });
    control().pay(session);
    control().refund(String(control().session(session).payment_intent));
    await arrive();
    expect(await paymentsIn(shop)).toEqual([]);
    expect(await stateOf(shop, invoice)).toEqual({ open: 10_000n, processing: 0n });
    const outcomes = await shop.ctx.db.stripeEvent.findMany({
      where: { type: { in: ['checkout.session.completed', 'charge.refunded'] } },
    });
    expect(outcomes.map((row) => row.outcome)).toEqual(['notOurs', 'notOurs']);
  });

  it('is not booked under another business that shares nothing but its client’s name', async () => {
    const [shop, other] = [await openShop(), await openShop()];
    const mine = await start(shop, await invoiceOf(shop));
    await start(other, await invoiceOf(other));
    control().pay(mine.sessionId);
    await arrive();
    expect(await paymentsIn(shop)).toHaveLength(1);
    expect(await paymentsIn(other)).toEqual([]);
    const key = unscopedDb().checkout.findMany({ where: { businessId: other.ctx.business.id } });
    expect((await key)[0]).toMatchObject({ state: 'OPEN' });
  });

  it('for an invoice whose amount changed while its page was being opened is never asked for', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    control().setLatency(1_500);
    const opening = startCheckout(shop.portal, { documentIds: [invoice] });
    const refused = expect(opening).rejects.toMatchObject({
      key: 'payments.errors.changedMeanwhile',
    });
    await expect.poll(() => shop.ctx.db.checkout.count()).toBe(1);
    await recordByBank(shop, invoice, 4_000n);
    await arrive();
    await refused;
    const mine = control()
      .sessions()
      .filter(({ metadata }) => metadata.business === shop.ctx.business.id);
    expect(mine.map((session) => session.status)).toEqual(['expired']);
    expect(await shop.ctx.db.checkout.findFirst()).toMatchObject({ state: 'EXPIRED' });
  });

  it('is not waited for on a page that was never opened, because the server fell over', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { checkoutId } = await start(shop, invoice);
    await shop.ctx.db.checkout.update({
      where: shop.ctx.key(checkoutId),
      data: { stripeSessionId: null, url: '', createdAt: new Date(Date.now() - 600_000) },
    });
    await later();
    expect(await shop.ctx.db.checkout.findFirst()).toMatchObject({ state: 'EXPIRED' });
  });

  it('is waited for on a page of an account the business has left, as long as a debit may take', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    control().pay(sessionId, { method: 'debit' });
    await arrive();
    const other = { secretKey: `${shop.key}other`, webhookSecret: 'whsec_otherother' };
    await saveStripeConnection(shop.ctx, { version: '1', ...other });
    await later();
    expect(await stateOf(shop, invoice)).toEqual({ open: 10_000n, processing: 10_000n });
    const stored = await shop.ctx.db.checkout.findFirstOrThrow();
    await shop.ctx.db.checkout.update({
      where: shop.ctx.key(stored.id),
      data: { createdAt: new Date(Date.now() - 32 * 86_400_000) },
    });
    await checkCheckout(shop.system, stored.id);
    expect(await stateOf(shop, invoice)).toEqual({ open: 10_000n, processing: 0n });
    expect((await eventKinds(shop)).at(-1)).toBe('checkout.failed');
  });

  it('can come twice by two pages of two invoices without meeting', async () => {
    const shop = await openShop();
    const [one, two] = [await invoiceOf(shop, '10.00'), await invoiceOf(shop, '20.00')];
    const first = await start(shop, one);
    const second = await start(shop, two);
    control().pay(first.sessionId);
    control().pay(second.sessionId);
    await arrive();
    expect(await creditIn(shop)).toBe(0n);
    expect(await stateOf(shop, one)).toMatchObject({ open: 0n });
    expect(await stateOf(shop, two)).toMatchObject({ open: 0n });
  });
});

/** A payment page opened with the business's own key, but not by Portico. */
async function foreignSession(
  shop: Shop,
  currency: string,
  amount: number,
  metadata: Record<string, string> = {},
): Promise<string> {
  const session = await stripeClient(shop.key).checkout.sessions.create({
    mode: 'payment',
    success_url: 'http://127.0.0.1:3999/back',
    line_items: [
      { price_data: { currency, unit_amount: amount, product_data: { name: 'x' } }, quantity: 1 },
    ],
    client_reference_id: metadata.checkout,
    metadata,
    payment_intent_data: { metadata },
  });
  return session.id;
}
