import { describe, expect, it } from 'vitest';
import { timeline } from '@/lib/events/timeline';
import { findPayment } from '@/lib/payments/payment-record';
import { reconcilePayment } from '@/lib/payments/reconcile-payment';
import { reversePayment } from '@/lib/payments/reverse-payment';
import { stripeClient } from '@/lib/stripe/client';
import { holding } from '../support/held';
import {
  arrive,
  creditIn,
  invoiceOf,
  onlyPayment,
  openShop,
  paidOnline,
  recordByBank,
  start,
  stateOf,
  stripe,
  takenBack,
  withStripe,
} from './world';

withStripe();

const control = () => stripe.standIn.control;

describe('Money that goes back at Stripe', () => {
  it('in part leaves the invoice open by that part', async () => {
    const { shop, invoices, intent } = await paidOnline('100.00');
    control().refund(intent, 2_500);
    await arrive();
    expect(await onlyPayment(shop)).toMatchObject({ refundedAmount: 2_500n });
    expect(await stateOf(shop, invoices[0] ?? '')).toEqual({ open: 2_500n, processing: 0n });
    control().refund(intent, 1_000);
    await arrive();
    expect(await onlyPayment(shop)).toMatchObject({ refundedAmount: 3_500n });
    expect(await takenBack(shop)).toEqual(['payment.refunded', 'payment.refunded']);
    expect(await shop.ctx.db.refund.count()).toBe(2);
  });

  it('stands in the history of the invoice it was for, and quotes nothing but people', async () => {
    const { shop, invoices, intent, charge } = await paidOnline('100.00');
    control().refund(intent, 2_500);
    await arrive();
    const dispute = control().dispute(charge, { reason: 'fraudulent' });
    control().closeDispute(dispute.id, 'lost');
    await arrive();
    const { days } = await timeline(shop.ctx, { documentId: invoices[0] });
    const entries = days.flatMap((day) => day.entries);
    expect(entries.map((entry) => entry.kind)).toEqual(
      expect.arrayContaining(['payment.refunded', 'payment.disputeClosed']),
    );
    expect(JSON.stringify(entries)).not.toContain('fraudulent');
  });

  it('in full leaves all of them open', async () => {
    const { shop, invoices, intent } = await paidOnline('10.00', '20.00');
    control().refund(intent);
    await arrive();
    for (const [index, id] of invoices.entries()) {
      expect(await stateOf(shop, id)).toMatchObject({ open: index === 0 ? 1_000n : 2_000n });
    }
    const payment = await onlyPayment(shop);
    const page = await findPayment(shop.ctx, payment?.id ?? '');
    expect(page).toMatchObject({ state: 'refunded', counts: 0n, credit: 0n });
    expect(page?.refunds).toHaveLength(1);
  });

  it('is taken from the credit first, then from the newest invoice', async () => {
    const shop = await openShop();
    const [old, young] = [await invoiceOf(shop, '10.00'), await invoiceOf(shop, '20.00')];
    const { sessionId } = await start(shop, old, young);
    await recordByBank(shop, old, 500n);
    control().pay(sessionId);
    await arrive();
    expect(await creditIn(shop)).toBe(500n);
    const intent = String(control().session(sessionId).payment_intent);
    control().refund(intent, 500);
    await arrive();
    expect(await creditIn(shop)).toBe(0n);
    expect(await stateOf(shop, young)).toMatchObject({ open: 0n });
    control().refund(intent, 700);
    await arrive();
    expect(await stateOf(shop, young)).toMatchObject({ open: 700n });
    expect(await stateOf(shop, old)).toMatchObject({ open: 0n });
  });

  it('comes back when the refund fails, and settles the invoice again', async () => {
    const { shop, invoices, intent } = await paidOnline('100.00');
    const refund = control().refund(intent, 4_000);
    await arrive();
    expect(await stateOf(shop, invoices[0] ?? '')).toMatchObject({ open: 4_000n });
    control().failRefund(refund.id);
    await arrive();
    expect(await onlyPayment(shop)).toMatchObject({ refundedAmount: 0n });
    expect(await stateOf(shop, invoices[0] ?? '')).toMatchObject({ open: 0n });
    expect(await takenBack(shop)).toEqual(['payment.refunded', 'payment.refundFailed']);
  });

  it('comes back as credit when the invoice was paid otherwise meanwhile', async () => {
    const { shop, invoices, intent } = await paidOnline('100.00');
    const refund = control().refund(intent, 4_000);
    await arrive();
    await recordByBank(shop, invoices[0] ?? '', 4_000n);
    control().failRefund(refund.id);
    await arrive();
    expect(await creditIn(shop)).toBe(4_000n);
  });

  it('of a debit is on its way first, and counts once', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    control().pay(sessionId, { method: 'debit' });
    control().settle(sessionId);
    await arrive();
    const refund = control().refund(String(control().session(sessionId).payment_intent), 1_000);
    expect(refund.status).toBe('pending');
    await arrive();
    expect(await stateOf(shop, invoice)).toMatchObject({ open: 1_000n });
    control().settleRefund(refund.id);
    await arrive();
    expect(await stateOf(shop, invoice)).toMatchObject({ open: 1_000n });
    expect(await shop.ctx.db.refund.findFirst()).toMatchObject({
      state: 'succeeded',
      amount: 1_000n,
    });
    expect(await takenBack(shop)).toEqual(['payment.refunded']);
  });

  it('cannot be taken back by hand: it is refunded there', async () => {
    const { shop, invoices } = await paidOnline('100.00');
    const { id = '', version = 0 } = (await onlyPayment(shop)) ?? {};
    await expect(
      reversePayment(shop.ctx, { id, version, reason: 'Typed twice' }),
    ).rejects.toMatchObject({ key: 'payments.errors.refundAtStripe' });
    expect(await stateOf(shop, invoices[0] ?? '')).toMatchObject({ open: 0n });
  });

  it('is never undone by news that is older than what is known', async () => {
    const { shop, invoices, intent } = await paidOnline('100.00');
    const { id } = (await onlyPayment(shop)) ?? {};
    const newer = await holding('UPDATE "Payment" SET version = version + 1 WHERE id = $1', [id]);
    // Has asked Stripe before the refund, and waits to write it down.
    const older = reconcilePayment(shop.ctx, stripeClient(shop.key), intent);
    await newer.until(1);
    control().webhooks.pause();
    control().refund(intent, 2_500);
    await newer.letGo();
    expect(await older).toBe(true);
    expect(await onlyPayment(shop)).toMatchObject({ refundedAmount: 2_500n });
    expect(await stateOf(shop, invoices[0] ?? '')).toMatchObject({ open: 2_500n });
  });

  it('in yen and dinars goes back by the right amount', async () => {
    const shop = await openShop();
    for (const [currency, price, part, left] of [
      ['JPY', '5000', 1_000, 1_000n],
      ['KWD', '5.120', 1_120, 1_120n],
    ] as const) {
      const invoice = await invoiceOf(shop, price, currency);
      const { sessionId } = await start(shop, invoice);
      control().pay(sessionId);
      await arrive();
      control().refund(String(control().session(sessionId).payment_intent), part);
      await arrive();
      expect(await stateOf(shop, invoice)).toMatchObject({ open: left });
    }
  });
});
