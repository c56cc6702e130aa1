import { describe, expect, it } from 'vitest';
import { voidInvoice } from '@/lib/invoices/void-invoice';
import { applyCredit } from '@/lib/payments/apply-credit';
import { reversePayment } from '@/lib/payments/reverse-payment';
import { arrive, invoiceOf, openShop, recordByBank, start, stripe, withStripe } from './world';

withStripe();

const statusOf = ({ sessionId }: { sessionId: string }) =>
  stripe.standIn.control.session(sessionId).status;

describe('A payment page that asks for what is no longer right', () => {
  it('is closed when money has come in otherwise, and a new one asks for the rest', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const old = await start(shop, invoice);
    await recordByBank(shop, invoice, 2_500n);
    const fresh = await start(shop, invoice);
    await arrive();
    expect(statusOf(old)).toBe('expired');
    expect(stripe.standIn.control.session(fresh.sessionId)).toMatchObject({
      status: 'open',
      amount_total: 7_500,
    });
    const states = await shop.ctx.db.checkout.findMany({ orderBy: { createdAt: 'asc' } });
    expect(states.map((row) => row.state)).toEqual(['EXPIRED', 'OPEN']);
  });

  it('is closed when its invoice becomes void', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const page = await start(shop, invoice);
    await voidInvoice(shop.ctx, { id: invoice, reason: 'Wrong client' });
    await arrive();
    expect(statusOf(page)).toBe('expired');
  });

  it('is closed when the money that left less to pay is taken back', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { id } = await recordByBank(shop, invoice, 4_000n);
    const page = await start(shop, invoice);
    await reversePayment(shop.ctx, { id, version: 1, reason: 'The cheque bounced' });
    await arrive();
    expect(statusOf(page)).toBe('expired');
  });

  it('is closed when credit is applied to its invoice', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    await recordByBank(shop, null, 4_000n);
    const page = await start(shop, invoice);
    await applyCredit(shop.ctx, { documentId: invoice, amount: 4_000n, shownOpen: 10_000n });
    await arrive();
    expect(statusOf(page)).toBe('expired');
  });

  it('is closed when the same invoice is asked for together with another', async () => {
    const shop = await openShop();
    const [one, two] = [await invoiceOf(shop, '10.00'), await invoiceOf(shop, '20.00')];
    const old = await start(shop, one);
    const fresh = await start(shop, one, two);
    await arrive();
    expect([statusOf(old), statusOf(fresh)]).toEqual(['expired', 'open']);
  });
});
