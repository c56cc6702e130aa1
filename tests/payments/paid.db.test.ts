import { describe, expect, it } from 'vitest';
import { Missing } from '@/lib/actions/refused';
import { newId } from '@/lib/db/new-id';
import { checkCheckout } from '@/lib/payments/check-checkout';
import { makeClient } from '@/prisma/seed/builders';
import {
  arrive,
  creditIn,
  eventKinds,
  invoiceOf,
  later,
  openShop,
  paymentsIn,
  portalOf,
  start,
  stateOf,
  stripe,
  withStripe,
} from './world';

withStripe();

const control = () => stripe.standIn.control;

describe('Money that Stripe reports', () => {
  it('pays the invoice, with the card it came from and a receipt', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId, checkoutId } = await start(shop, invoice);
    control().pay(sessionId, { last4: '4242' });
    await arrive();
    expect(await stateOf(shop, invoice)).toEqual({ open: 0n, processing: 0n });
    const [payment] = await paymentsIn(shop);
    expect(payment).toMatchObject({
      amount: 10_000n,
      currency: 'GBP',
      method: 'CARD',
      methodDetail: 'Visa •• 4242',
      checkoutId,
      providerId: control().session(sessionId).payment_intent,
    });
    expect(await eventKinds(shop)).toEqual(['checkout.started', 'payment.recorded']);
    expect(await shop.ctx.db.message.findMany({ where: { paymentId: payment?.id } })).toHaveLength(
      1,
    );
    const outcomes = await shop.ctx.db.stripeEvent.findMany({ where: { processedAt: null } });
    expect(outcomes).toEqual([]);
  });

  it('mails no receipt where the business has switched it off', async () => {
    const shop = await openShop({ receiptMail: false });
    const { sessionId } = await start(shop, await invoiceOf(shop));
    control().pay(sessionId);
    await arrive();
    expect(await shop.ctx.db.message.count()).toBe(0);
  });

  it('is booked once, though webhook, return page and job come twenty times at once', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId, checkoutId } = await start(shop, invoice);
    control().webhooks.duplicateNext(3);
    control().pay(sessionId);
    await control().webhooks.idle();
    await Promise.all([
      ...Array.from({ length: 20 }, () => checkCheckout(shop.portal, checkoutId)),
      ...Array.from({ length: 20 }, () => checkCheckout(shop.system, checkoutId)),
      later(),
    ]);
    await later();
    expect(await paymentsIn(shop)).toHaveLength(1);
    expect(await stateOf(shop, invoice)).toEqual({ open: 0n, processing: 0n });
    expect((await eventKinds(shop)).filter((kind) => kind === 'payment.recorded')).toHaveLength(1);
    expect(await creditIn(shop)).toBe(0n);
  }, 60_000);

  it('is found by the return page when no webhook ever comes', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId, checkoutId } = await start(shop, invoice);
    control().webhooks.dropNext(100);
    control().pay(sessionId);
    expect(await checkCheckout(shop.portal, checkoutId)).toBe('PAID');
    expect(await stateOf(shop, invoice)).toEqual({ open: 0n, processing: 0n });
    control().webhooks.dropNext(0);
  });

  it('is found by a job when neither webhook nor client comes back', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    control().webhooks.dropNext(100);
    control().pay(sessionId);
    await arrive();
    expect(await stateOf(shop, invoice)).toMatchObject({ open: 10_000n });
    await later();
    expect(await stateOf(shop, invoice)).toEqual({ open: 0n, processing: 0n });
    control().webhooks.dropNext(0);
  });

  it('waits in the inbox while Stripe is down, and is booked later', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId, checkoutId } = await start(shop, invoice);
    control().pay(sessionId);
    await control().webhooks.idle();
    control().setDown('error');
    const during = await arrive();
    expect(during.failed.length).toBeGreaterThan(0);
    expect(await checkCheckout(shop.portal, checkoutId)).toBe('OPEN');
    expect(await shop.ctx.db.stripeEvent.count({ where: { processedAt: null } })).toBeGreaterThan(
      0,
    );
    control().setDown(null);
    await later();
    expect(await stateOf(shop, invoice)).toEqual({ open: 0n, processing: 0n });
    expect(await shop.ctx.db.stripeEvent.count({ where: { processedAt: null } })).toBe(0);
  }, 60_000);

  it('is processing while a debit is on its way, and cannot be paid twice meanwhile', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    control().pay(sessionId, { method: 'debit' });
    await arrive();
    expect(await stateOf(shop, invoice)).toEqual({ open: 10_000n, processing: 10_000n });
    expect(await paymentsIn(shop)).toEqual([]);
    expect(await shop.ctx.db.message.count()).toBe(0);
    await expect(start(shop, invoice)).rejects.toMatchObject({ key: 'payments.errors.processing' });
    control().settle(sessionId);
    await arrive();
    expect(await stateOf(shop, invoice)).toEqual({ open: 0n, processing: 0n });
    expect((await paymentsIn(shop))[0]).toMatchObject({
      method: 'BANK_DEBIT',
      methodDetail: 'Bacs •• 3000',
    });
    expect(await eventKinds(shop)).toEqual([
      'checkout.started',
      'checkout.processing',
      'payment.recorded',
    ]);
  });

  it('leaves the invoice open again when a debit bounces', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    control().pay(sessionId, { method: 'debit' });
    await arrive();
    control().fail(sessionId);
    await arrive();
    expect(await stateOf(shop, invoice)).toEqual({ open: 10_000n, processing: 0n });
    expect(await shop.ctx.db.checkout.findFirst()).toMatchObject({ state: 'FAILED' });
    expect((await eventKinds(shop)).at(-1)).toBe('checkout.failed');
    const again = await start(shop, invoice);
    control().pay(again.sessionId);
    await arrive();
    expect(await stateOf(shop, invoice)).toEqual({ open: 0n, processing: 0n });
  });

  it('ends the same when the news comes in the wrong order', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    control().webhooks.pause();
    control().pay(sessionId, { method: 'debit' });
    control().settle(sessionId);
    control().webhooks.reorder();
    control().webhooks.resume();
    await arrive();
    expect(await stateOf(shop, invoice)).toEqual({ open: 0n, processing: 0n });
    expect(await eventKinds(shop)).toEqual(['checkout.started', 'payment.recorded']);
  });

  it('is booked less the refund when the refund is heard of first', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    control().webhooks.pause();
    control().pay(sessionId);
    control().refund(String(control().session(sessionId).payment_intent), 3_000);
    control().webhooks.reorder();
    control().webhooks.resume();
    await arrive();
    expect(await paymentsIn(shop)).toMatchObject([{ amount: 10_000n, refundedAmount: 3_000n }]);
    expect(await stateOf(shop, invoice)).toEqual({ open: 3_000n, processing: 0n });
    expect(await eventKinds(shop)).toEqual([
      'checkout.started',
      'payment.recorded',
      'payment.refunded',
    ]);
  });

  it('drops a page that ran out, and a declined card leaves it open', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    control().pay(sessionId, { decline: true });
    await arrive();
    expect(await shop.ctx.db.checkout.findFirst()).toMatchObject({ state: 'OPEN' });
    control().expire(sessionId);
    await arrive();
    expect(await shop.ctx.db.checkout.findFirst()).toMatchObject({ state: 'EXPIRED' });
    expect((await eventKinds(shop)).at(-1)).toBe('checkout.expired');
  });

  it('settles several invoices from one page', async () => {
    const shop = await openShop();
    const ids = [
      await invoiceOf(shop, '10.00'),
      await invoiceOf(shop, '20.00'),
      await invoiceOf(shop, '30.00'),
    ];
    const { sessionId } = await start(shop, ...ids);
    control().pay(sessionId);
    await arrive();
    const [payment] = await paymentsIn(shop);
    expect(payment?.amount).toBe(6_000n);
    expect(payment?.allocations).toHaveLength(3);
    expect(await shop.ctx.db.document.count({ where: { openAmount: { gt: 0n } } })).toBe(0);
  });

  it('is nobody else’s to ask about', async () => {
    const shop = await openShop();
    const stranger = await openShop();
    const { checkoutId } = await start(shop, await invoiceOf(shop));
    const neighbour = portalOf(
      shop.ctx,
      await makeClient(shop.ctx, { email: 'other@example.com' }),
    );
    await expect(checkCheckout(neighbour, checkoutId)).rejects.toBeInstanceOf(Missing);
    await expect(checkCheckout(stranger.portal, checkoutId)).rejects.toBeInstanceOf(Missing);
    await expect(checkCheckout(shop.portal, newId())).rejects.toBeInstanceOf(Missing);
  });
});
