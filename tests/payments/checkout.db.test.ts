import { describe, expect, it } from 'vitest';
import { Missing } from '@/lib/actions/refused';
import { newId } from '@/lib/db/new-id';
import { issueInvoice } from '@/lib/invoices/issue-invoice';
import { startCheckout } from '@/lib/payments/start-checkout';
import { makeClient, makeDraft } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';
import { makeDrafts } from '../support/many-drafts';
import {
  arrive,
  eventKinds,
  invoiceOf,
  openShop,
  portalOf,
  recordByBank,
  start,
  stateOf,
  stripe,
  withStripe,
} from './world';

withStripe();

describe('Starting an online payment', () => {
  it('asks Stripe for exactly what is open now, one line for each invoice', async () => {
    const shop = await openShop();
    const [first, second] = [await invoiceOf(shop, '100.00'), await invoiceOf(shop, '19.90')];
    await recordByBank(shop, first, 4_000n);
    const { sessionId, checkoutId, url } = await start(shop, first, second);
    expect(url).toBe(`${stripe.standIn.url}/pay/${sessionId}`);
    const session = stripe.standIn.control.session(sessionId);
    expect(session).toMatchObject({
      amount_total: 7_990,
      currency: 'gbp',
      adaptive_pricing: { enabled: false },
      client_reference_id: checkoutId,
      metadata: { business: shop.ctx.business.id, checkout: checkoutId },
      customer_email: 'ellie@ashcombebrewery.example',
      success_url: `http://portico.test/portal/${shop.ctx.business.slug}/pay/return?checkout=${checkoutId}`,
    });
    expect(session.expires_at - session.created).toBeGreaterThanOrEqual(1800);
    expect(await stateOf(shop, first)).toEqual({ open: 6_000n, processing: 0n });
  });

  it('opens one page however often and fast the button is pressed', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => startCheckout(shop.portal, { documentIds: [invoice] })),
    );
    expect(new Set(answers.map((answer) => answer.url)).size).toBe(1);
    expect(await shop.ctx.db.checkout.count()).toBe(1);
    const made = stripe.standIn.control
      .sessions()
      .filter(({ metadata }) => metadata.business === shop.ctx.business.id);
    expect(made).toHaveLength(1);
    const again = await startCheckout(shop.portal, { documentIds: [invoice] });
    expect(again.url).toBe(answers[0]?.url);
  });

  it('refuses in plain words what cannot be paid online', async () => {
    const shop = await openShop();
    const ask = (...documentIds: string[]) => startCheckout(shop.portal, { documentIds });
    const euros = await invoiceOf(shop, '10.00', 'EUR');
    const pounds = await invoiceOf(shop);
    const fils = await invoiceOf(shop, '5.124', 'KWD');
    const pennies = await invoiceOf(shop, '0.20');
    const draft = await makeDraft(shop.ctx, shop.partyId);
    await expect(ask()).rejects.toMatchObject({ key: 'payments.errors.nothingChosen' });
    await expect(ask(euros, pounds)).rejects.toMatchObject({
      key: 'payments.errors.mixedCurrencies',
    });
    await expect(ask(fils)).rejects.toMatchObject({ key: 'payments.errors.indivisible' });
    await expect(ask(pennies)).rejects.toMatchObject({ key: 'payments.errors.amountTooSmall' });
    await expect(ask(draft.id)).rejects.toBeInstanceOf(Missing);
    await expect(ask(newId())).rejects.toBeInstanceOf(Missing);
    await recordByBank(shop, pounds, 10_000n);
    await expect(ask(pounds)).rejects.toMatchObject({ key: 'payments.errors.nothingOpen' });
  });

  it('shows another client and another business nothing', async () => {
    const shop = await openShop();
    const stranger = await openShop();
    const invoice = await invoiceOf(shop);
    const neighbour = portalOf(
      shop.ctx,
      await makeClient(shop.ctx, { email: 'other@example.com' }),
    );
    await expect(startCheckout(neighbour, { documentIds: [invoice] })).rejects.toBeInstanceOf(
      Missing,
    );
    await expect(startCheckout(stranger.portal, { documentIds: [invoice] })).rejects.toBeInstanceOf(
      Missing,
    );
    const { sessionId } = await start(shop, invoice);
    await stripe.standIn.control.pay(sessionId);
    await arrive();
    expect(await stranger.ctx.db.stripeEvent.count()).toBe(0);
    expect(await stranger.ctx.db.payment.count()).toBe(0);
    expect(stripe.standIn.control.session(sessionId).metadata.business).toBe(shop.ctx.business.id);
  });

  it('says so clearly when Stripe is down, and nothing is lost', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    stripe.standIn.control.setDown('refuse');
    await expect(startCheckout(shop.portal, { documentIds: [invoice] })).rejects.toMatchObject({
      key: 'payments.errors.stripeAway',
    });
    expect(await shop.ctx.db.checkout.findFirst()).toMatchObject({ state: 'FAILED' });
    expect(await eventKinds(shop)).toEqual(['checkout.started', 'checkout.failed']);
    stripe.standIn.control.setDown(null);
    await start(shop, invoice);
    expect(await stateOf(shop, invoice)).toEqual({ open: 10_000n, processing: 0n });
  });

  it('opens one page although Stripe’s answer got lost on the way', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    stripe.standIn.control.loseAnswers(1);
    await start(shop, invoice);
    const made = stripe.standIn.control
      .sessions()
      .filter(({ metadata }) => metadata.business === shop.ctx.business.id);
    expect(made).toHaveLength(1);
  });

  it('asks in yen without decimals and in dinars with three', async () => {
    const shop = await openShop();
    const yen = await start(shop, await invoiceOf(shop, '5000', 'JPY'));
    const dinars = await start(shop, await invoiceOf(shop, '5.120', 'KWD'));
    expect(stripe.standIn.control.session(yen.sessionId).amount_total).toBe(5_000);
    expect(stripe.standIn.control.session(dinars.sessionId).amount_total).toBe(5_120);
    stripe.standIn.control.pay(yen.sessionId);
    stripe.standIn.control.pay(dinars.sessionId);
    await arrive();
    const payments = await shop.ctx.db.payment.findMany({ orderBy: { amount: 'asc' } });
    expect(payments.map(({ amount, currency }) => [amount, currency])).toEqual([
      [5_000n, 'JPY'],
      [5_120n, 'KWD'],
    ]);
  });

  it('puts more than a hundred invoices into one page', async () => {
    const shop = await openShop();
    const ids: string[] = [];
    const lines = [draftLine({ unitPrice: '1.00' })];
    for (const draft of await makeDrafts(shop.ctx, shop.partyId, 103, { lines })) {
      ids.push((await issueInvoice(shop.ctx, draft)).id);
    }
    const { sessionId } = await start(shop, ...ids);
    expect(stripe.standIn.control.session(sessionId).amount_total).toBe(10_300);
    stripe.standIn.control.pay(sessionId);
    await arrive();
    expect(await shop.ctx.db.document.count({ where: { openAmount: 0n } })).toBe(103);
  }, 60_000);
});
