import { describe, expect, it } from 'vitest';
import { removeStripeConnection, saveStripeConnection } from '@/lib/businesses/stripe-connection';
import { attention } from '@/lib/home/attention';
import { voidInvoice } from '@/lib/invoices/void-invoice';
import { applyCredit } from '@/lib/payments/apply-credit';
import {
  arrive,
  creditIn,
  invoiceOf,
  later,
  openShop,
  paymentsIn,
  recordByBank,
  start,
  stateOf,
  stripe,
  withStripe,
} from './world';

withStripe();

const control = () => stripe.standIn.control;
const HOUR = 3_600_000;

describe('Money that comes late or twice', () => {
  it('by two pages that ask for the same invoice settles it once, and the rest is credit', async () => {
    const shop = await openShop();
    const [one, two] = [await invoiceOf(shop, '10.00'), await invoiceOf(shop, '20.00')];
    const first = await start(shop, one);
    const both = await start(shop, one, two);
    control().pay(both.sessionId);
    control().pay(first.sessionId);
    await arrive();
    expect(await stateOf(shop, one)).toEqual({ open: 0n, processing: 0n });
    expect(await stateOf(shop, two)).toEqual({ open: 0n, processing: 0n });
    expect(await creditIn(shop)).toBe(1_000n);
    expect(await paymentsIn(shop)).toHaveLength(2);
  });

  it('by a debit that was begun on an invoice made void in the same moment becomes credit', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    control().webhooks.pause();
    control().pay(sessionId, { method: 'debit' });
    await voidInvoice(shop.ctx, { id: invoice, reason: 'Ordered twice' });
    control().webhooks.resume();
    await arrive();
    expect(await stateOf(shop, invoice)).toEqual({ open: 0n, processing: 0n });
    control().settle(sessionId);
    await arrive();
    expect(await creditIn(shop)).toBe(10_000n);
  });

  it('for a client who has been archived is booked like any other', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    const archivedAt = new Date();
    await shop.ctx.db.party.update({
      where: shop.ctx.key(shop.partyId),
      data: { archivedAt },
    });
    control().pay(sessionId);
    await arrive();
    expect(await stateOf(shop, invoice)).toMatchObject({ open: 0n });
  });

  it('while the business had no connection is found when it connects again', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    await removeStripeConnection(shop.ctx);
    control().pay(sessionId);
    await later();
    expect(await paymentsIn(shop)).toEqual([]);
    const { key: secretKey, secret: webhookSecret } = shop;
    await saveStripeConnection(shop.ctx, { version: '', secretKey, webhookSecret });
    await arrive();
    expect(await stateOf(shop, invoice)).toMatchObject({ open: 0n });
  });

  it('at an account that the business left and came back to is found then', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    control().webhooks.pause();
    control().pay(sessionId);
    const other = { secretKey: `${shop.key}other`, webhookSecret: 'whsec_otherother' };
    await saveStripeConnection(shop.ctx, { version: '1', ...other });
    await later();
    // The other account knows nothing of it, which says nothing.
    expect(await shop.ctx.db.checkout.findFirst()).toMatchObject({ state: 'OPEN' });
    const { key: secretKey, secret: webhookSecret } = shop;
    await saveStripeConnection(shop.ctx, { version: '2', secretKey, webhookSecret });
    await later();
    expect(await stateOf(shop, invoice)).toMatchObject({ open: 0n });
    expect(await paymentsIn(shop)).toHaveLength(1);
  });

  it('in currencies that Stripe counts its own way is asked and booked as written', async () => {
    const shop = await openShop();
    for (const [currency, price, asked, open] of [
      ['ISK', '5000', 500_000, 5_000n],
      ['UGX', '90000', 9_000_000, 90_000n],
      ['HUF', '12500.50', 1_250_050, 1_250_050n],
      ['MGA', '4000.00', 4_000, 400_000n],
      ['BHD', '12.340', 12_340, 12_340n],
    ] as const) {
      const invoice = await invoiceOf(shop, price, currency);
      expect(await stateOf(shop, invoice), currency).toMatchObject({ open });
      const { sessionId } = await start(shop, invoice);
      expect(control().session(sessionId).amount_total, currency).toBe(asked);
      control().pay(sessionId);
      await arrive();
      expect(await stateOf(shop, invoice), currency).toMatchObject({ open: 0n });
      expect(await creditIn(shop, currency)).toBe(0n);
    }
  });
});

describe('On home stands', () => {
  it('a debit that came back, until its invoice is paid otherwise', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    control().pay(sessionId, { method: 'debit' });
    await arrive();
    expect((await attention(shop.ctx)).bouncedDebits).toBe(0);
    control().fail(sessionId);
    await arrive();
    expect((await attention(shop.ctx)).bouncedDebits).toBe(1);
    await recordByBank(shop, invoice, 10_000n);
    expect((await attention(shop.ctx)).bouncedDebits).toBe(0);
  });

  it('a payment page whose outcome is not known long after it closed', async () => {
    const shop = await openShop();
    const { checkoutId } = await start(shop, await invoiceOf(shop));
    expect((await attention(shop.ctx)).lateCheckouts).toBe(0);
    await shop.ctx.db.checkout.update({
      where: shop.ctx.key(checkoutId),
      data: { expiresAt: new Date(Date.now() - 5 * HOUR) },
    });
    expect((await attention(shop.ctx)).lateCheckouts).toBe(1);
    control().expire((await shop.ctx.db.checkout.findFirst())?.stripeSessionId ?? '');
    await arrive();
    expect((await attention(shop.ctx)).lateCheckouts).toBe(0);
  });

  it('credit, until it settles something', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    await recordByBank(shop, invoice, 10_000n);
    expect((await attention(shop.ctx)).credits).toBe(0);
    control().pay(sessionId);
    await arrive();
    expect((await attention(shop.ctx)).credits).toBe(1);
    const documentId = await invoiceOf(shop);
    await applyCredit(shop.ctx, { documentId, amount: 10_000n, shownOpen: 10_000n });
    expect((await attention(shop.ctx)).credits).toBe(0);
  });
});
