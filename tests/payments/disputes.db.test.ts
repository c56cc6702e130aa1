import { describe, expect, it } from 'vitest';
import { timeline } from '@/lib/events/timeline';
import { attention } from '@/lib/home/attention';
import { applyCredit } from '@/lib/payments/apply-credit';
import { readPaymentFilters } from '@/lib/payments/list-filters';
import { findPayment } from '@/lib/payments/payment-record';
import { paymentListPage } from '@/lib/payments/queries';
import { reconcilePayment } from '@/lib/payments/reconcile-payment';
import { stripeClient } from '@/lib/stripe/client';
import {
  arrive,
  creditIn,
  eventKinds,
  invoiceOf,
  onlyPayment,
  openShop,
  paidOnline,
  recordByBank,
  type Shop,
  start,
  stateOf,
  stripe,
  takenBack,
  withStripe,
} from './world';

withStripe();

const control = () => stripe.standIn.control;

/** What the timeline says of disputes, newest first. */
async function told({ ctx }: Shop): Promise<string[]> {
  const { days } = await timeline(ctx, { filter: 'money' });
  return days
    .flatMap(({ entries }) => entries)
    .filter(({ kind }) => kind.startsWith('payment.dispute'))
    .map(({ body }) => body.map(({ text }) => text).join(''));
}

describe('A dispute', () => {
  it('takes the money away while it lasts, and winning brings it back', async () => {
    const { shop, invoices, charge } = await paidOnline('100.00');
    const dispute = control().dispute(charge);
    await arrive();
    expect(await onlyPayment(shop)).toMatchObject({ disputedAmount: 10_000n });
    expect(await stateOf(shop, invoices[0] ?? '')).toMatchObject({ open: 10_000n });
    const during = await findPayment(shop.ctx, (await onlyPayment(shop))?.id ?? '');
    expect(during?.state).toBe('disputed');
    control().closeDispute(dispute.id, 'won');
    await arrive();
    expect(await onlyPayment(shop)).toMatchObject({ disputedAmount: 0n });
    expect(await stateOf(shop, invoices[0] ?? '')).toMatchObject({ open: 0n });
    expect(await takenBack(shop)).toEqual(['payment.disputed', 'payment.disputeClosed']);
  });

  it('that is lost keeps the money away', async () => {
    const { shop, invoices, charge } = await paidOnline('100.00');
    const dispute = control().dispute(charge, { amount: 6_000 });
    control().closeDispute(dispute.id, 'lost');
    await arrive();
    expect(await onlyPayment(shop)).toMatchObject({ disputedAmount: 6_000n });
    expect(await stateOf(shop, invoices[0] ?? '')).toMatchObject({ open: 6_000n });
    expect((await eventKinds(shop)).at(-1)).toBe('payment.disputeClosed');
  });

  it('that only asks moves nothing but is seen, until it becomes one', async () => {
    const { shop, invoices, charge } = await paidOnline('100.00');
    const dispute = control().dispute(charge, { inquiry: true });
    await arrive();
    expect(await onlyPayment(shop)).toMatchObject({ disputedAmount: 0n });
    expect(await stateOf(shop, invoices[0] ?? '')).toMatchObject({ open: 0n });
    expect(await takenBack(shop)).toEqual(['payment.disputed']);
    control().escalateDispute(dispute.id);
    await arrive();
    expect(await stateOf(shop, invoices[0] ?? '')).toMatchObject({ open: 10_000n });
    expect(await takenBack(shop)).toEqual(['payment.disputed', 'payment.disputed']);
    expect(await told(shop)).toEqual([
      'Ashcombe Brewery Ltd disputes a payment of £100.00',
      'The bank of Ashcombe Brewery Ltd asks about a payment of £100.00',
    ]);
  });

  it('that only asked is told as an inquiry to its end', async () => {
    const { shop, charge } = await paidOnline('100.00');
    const inquiry = control().dispute(charge, { inquiry: true });
    await arrive();
    control().closeDispute(inquiry.id, 'won');
    await arrive();
    expect((await told(shop))[0]).toBe('The bank’s inquiry about £100.00 is closed');
  });

  it('that is lost and then won on appeal brings the money back', async () => {
    const { shop, invoices, intent, charge } = await paidOnline('100.00');
    const dispute = control().dispute(charge);
    control().closeDispute(dispute.id, 'lost');
    await arrive();
    dispute.status = 'appeal_in_progress';
    await reconcilePayment(shop.system, stripeClient(shop.key), intent);
    expect(await stateOf(shop, invoices[0] ?? '')).toMatchObject({ open: 10_000n });
    dispute.status = 'won';
    await reconcilePayment(shop.system, stripeClient(shop.key), intent);
    expect(await stateOf(shop, invoices[0] ?? '')).toMatchObject({ open: 0n });
    expect(await shop.ctx.db.dispute.findMany()).toMatchObject([{ phase: 'WON', amount: 10_000n }]);
  });

  it('takes no more than a part refund has left', async () => {
    const { shop, invoices, intent, charge } = await paidOnline('100.00');
    control().refund(intent, 3_000);
    await arrive();
    const dispute = control().dispute(charge, { amount: 10_000 });
    await arrive();
    expect(await onlyPayment(shop)).toMatchObject({
      refundedAmount: 3_000n,
      disputedAmount: 7_000n,
    });
    expect(await stateOf(shop, invoices[0] ?? '')).toMatchObject({ open: 10_000n });
    control().closeDispute(dispute.id, 'won');
    await arrive();
    expect(await stateOf(shop, invoices[0] ?? '')).toMatchObject({ open: 3_000n });
  });

  it('that is heard of before the payment opens the invoice all the same', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    control().webhooks.dropNext(10);
    control().pay(sessionId);
    await control().webhooks.idle();
    control().webhooks.dropNext(0);
    const intent = String(control().session(sessionId).payment_intent);
    control().dispute(String(control().intent(intent).latest_charge));
    await arrive();
    expect(await onlyPayment(shop)).toMatchObject({ amount: 10_000n, disputedAmount: 10_000n });
    expect(await stateOf(shop, invoice)).toMatchObject({ open: 10_000n });
  });

  it('of money that was used as credit opens what it settled, and what comes back settles its own page', async () => {
    const shop = await openShop();
    const [own, other] = [await invoiceOf(shop, '60.00'), await invoiceOf(shop, '40.00')];
    const { sessionId } = await start(shop, own, other);
    await recordByBank(shop, other, 4_000n);
    control().pay(sessionId);
    await arrive();
    const third = await invoiceOf(shop, '40.00');
    await applyCredit(shop.ctx, { documentId: third, amount: 4_000n, shownOpen: 4_000n });
    const intent = String(control().session(sessionId).payment_intent);
    const dispute = control().dispute(String(control().intent(intent).latest_charge));
    await arrive();
    expect(await stateOf(shop, own)).toMatchObject({ open: 6_000n });
    expect(await stateOf(shop, third)).toMatchObject({ open: 4_000n });
    control().closeDispute(dispute.id, 'won');
    await arrive();
    expect(await stateOf(shop, own)).toMatchObject({ open: 0n });
    expect(await creditIn(shop)).toBe(4_000n);
  });

  it('stands on home and in the list while the bank has not decided, also when it only asks', async () => {
    const { shop, charge } = await paidOnline('100.00');
    const { shop: asked, charge: askedCharge } = await paidOnline('100.00');
    const dispute = control().dispute(charge);
    const inquiry = control().dispute(askedCharge, { inquiry: true });
    await arrive();
    const listed = async ({ ctx }: Shop) => {
      const filters = readPaymentFilters({ fate: 'underDispute' });
      return (await paymentListPage(ctx, filters)).rows.length;
    };
    for (const { ctx } of [shop, asked]) expect((await attention(ctx)).disputes).toBe(1);
    expect([await listed(shop), await listed(asked)]).toEqual([1, 1]);
    control().closeDispute(dispute.id, 'lost');
    control().closeDispute(inquiry.id, 'won');
    await arrive();
    for (const { ctx } of [shop, asked]) expect((await attention(ctx)).disputes).toBe(0);
    expect([await listed(shop), await listed(asked)]).toEqual([0, 0]);
  });
});
