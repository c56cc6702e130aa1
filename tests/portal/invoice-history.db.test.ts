import { describe, expect, it } from 'vitest';
import { reversePayment } from '@/lib/payments/reverse-payment';
import { readInvoice } from '@/lib/portal/invoice';
import {
  arrive,
  invoiceOf,
  openShop,
  paidOnline,
  recordByBank,
  type Shop,
  stripe,
  withStripe,
} from '../payments/world';

withStripe();

const control = () => stripe.standIn.control;

/** What the client reads of money, the newest first: '10000 paid', '3000 refund'. */
async function moneyIn(shop: Shop, invoice = ''): Promise<string[]> {
  const { history } = await readInvoice(shop.portal, invoice);
  return history.flatMap((event) => {
    if (event.kind === 'paid') return `${event.amount} paid`;
    return event.kind === 'returned' ? `${event.amount} ${event.how}` : [];
  });
}

describe('The history of an invoice, as its client reads it', () => {
  it('names the whole payment and the refund, not what is left of the two', async () => {
    const { shop, invoices, intent } = await paidOnline('100.00');
    control().refund(intent, 3_000);
    await arrive();
    expect(await moneyIn(shop, invoices[0])).toEqual(['3000 refund', '10000 paid']);
    control().refund(intent, 2_000);
    await arrive();
    expect(await moneyIn(shop, invoices[0])).toEqual(['5000 refund', '10000 paid']);
  });

  it('says that a bank took a payment back, and no more of it once the dispute is won', async () => {
    const { shop, invoices, charge } = await paidOnline('100.00');
    const dispute = control().dispute(charge);
    await arrive();
    expect(await moneyIn(shop, invoices[0])).toEqual(['10000 dispute', '10000 paid']);
    control().closeDispute(dispute.id, 'won');
    await arrive();
    expect(await moneyIn(shop, invoices[0])).toEqual(['10000 paid']);
  });

  it('of several paid together tells each only its own part', async () => {
    const { shop, invoices, intent } = await paidOnline('100.00', '40.00');
    control().refund(intent, 5_000);
    await arrive();
    const read = await Promise.all(invoices.map((id) => moneyIn(shop, id)));
    expect(read.map((lines) => lines.at(-1))).toEqual(['10000 paid', '4000 paid']);
    const back = read.flatMap((lines) => lines.filter((line) => line.endsWith('refund')));
    expect(back.reduce((sum, line) => sum + Number.parseInt(line, 10), 0)).toBe(5_000);
  });

  it('keeps a payment that was recorded and taken back', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { id } = await recordByBank(shop, invoice, 4_000n);
    await reversePayment(shop.ctx, { id, version: 1, reason: 'Another client' });
    expect(await moneyIn(shop, invoice)).toEqual(['4000 reversal', '4000 paid']);
  });

  it('knows nothing of what another invoice was paid with', async () => {
    const { shop, intent } = await paidOnline('100.00');
    const other = await invoiceOf(shop, '55.00');
    control().refund(intent, 3_000);
    await arrive();
    expect(await moneyIn(shop, other)).toEqual([]);
  });
});
