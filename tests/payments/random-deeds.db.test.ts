import { describe, expect, it } from 'vitest';
import { Missing, Refused, Stale } from '@/lib/actions/refused';
import { checkBooks } from '@/lib/books/check-books';
import { newId } from '@/lib/db/new-id';
import { voidInvoice } from '@/lib/invoices/void-invoice';
import { sum } from '@/lib/money/money';
import { applyCredit } from '@/lib/payments/apply-credit';
import { recordPayment } from '@/lib/payments/record-payment';
import { reversePayment } from '@/lib/payments/reverse-payment';
import { startCheckout } from '@/lib/payments/start-checkout';
import { countingAmount } from '@/lib/payments/status';
import { ApiRefusal } from '@/lib/stripe/stand-in/api-refusal';
import { randomOf } from '../support/random';
import { arrive, invoiceOf, openShop, type Shop, stripe, withStripe } from './world';

withStripe();

const control = () => stripe.standIn.control;
type Random = ReturnType<typeof randomOf>;

/** What people, clients and Stripe do with money, each on something that happens to be there. */
const DEEDS: Record<string, (shop: Shop, random: Random) => Promise<unknown>> = {
  async issue(shop, random) {
    return invoiceOf(shop, `${random.int(1, 90)}.${random.int(10, 99)}`);
  },
  async record(shop, random) {
    const open = random.some(await openInvoices(shop));
    const amount = BigInt(random.int(1, 12_000));
    const parts = open.map(({ id, openAmount }) => ({
      documentId: id,
      amount: random.chance(0.8) ? openAmount / 2n + 1n : openAmount + 1n,
    }));
    return recordPayment(shop.ctx, {
      id: newId(),
      partyId: shop.partyId,
      currency: 'GBP',
      amount,
      method: 'BANK_TRANSFER',
      receivedOn: shop.ctx.today(),
      allocations: parts,
      sendReceipt: false,
    });
  },
  async applyCredit(shop, random) {
    const document = random.one(await openInvoices(shop));
    if (!document) return;
    return applyCredit(shop.ctx, {
      documentId: document.id,
      amount: BigInt(random.int(1, 3_000)),
      shownOpen: document.openAmount,
    });
  },
  async undo(shop, random) {
    const payment = random.one(await shop.ctx.db.payment.findMany({ where: { reversedAt: null } }));
    if (!payment) return;
    return reversePayment(shop.ctx, { id: payment.id, version: payment.version, reason: 'Slip' });
  },
  async void(shop, random) {
    const document = random.one(await shop.ctx.db.document.findMany());
    if (document) return voidInvoice(shop.ctx, { id: document.id, reason: 'Twice' });
  },
  async payOnline(shop, random) {
    const documentIds = random.some(await openInvoices(shop)).map(({ id }) => id);
    const { checkoutId } = await startCheckout(shop.portal, { documentIds });
    const stored = await shop.ctx.db.checkout.findUniqueOrThrow({
      where: shop.ctx.key(checkoutId),
    });
    // Some pages are left open, and paid later than anybody thinks.
    if (random.chance(0.8)) pay(random, stored.stripeSessionId ?? '');
  },
  async payLate(shop, random) {
    const open = await shop.ctx.db.checkout.findMany({ where: { state: 'OPEN' } });
    const checkout = random.one(open);
    if (checkout) pay(random, checkout.stripeSessionId ?? '');
  },
  async endDebit(shop, random) {
    const processing = await shop.ctx.db.checkout.findMany({ where: { state: 'PROCESSING' } });
    const id = random.one(processing)?.stripeSessionId;
    if (id) random.chance(0.6) ? control().settle(id) : control().fail(id);
  },
  async refund(shop, random) {
    const payment = random.one(await stripePayments(shop));
    if (payment) control().refund(payment.providerId ?? '', random.int(1, Number(payment.amount)));
  },
  async failRefund(shop, random) {
    const refund = random.one(await shop.ctx.db.refund.findMany());
    if (refund) control().failRefund(refund.providerId);
  },
  async dispute(shop, random) {
    const payment = random.one(await stripePayments(shop));
    if (!payment) return;
    const charge = String(control().intent(payment.providerId ?? '').latest_charge);
    control().dispute(charge, { inquiry: random.chance(0.3) });
  },
  async closeDispute(shop, random) {
    const dispute = random.one(await shop.ctx.db.dispute.findMany());
    if (dispute) control().closeDispute(dispute.providerId, random.chance(0.5) ? 'won' : 'lost');
  },
};

function pay(random: Random, sessionId: string): void {
  control().pay(sessionId, { method: random.chance(0.3) ? 'debit' : 'card' });
}

const openInvoices = (shop: Shop) =>
  shop.ctx.db.document.findMany({ where: { openAmount: { gt: 0n } }, orderBy: { id: 'asc' } });

const stripePayments = (shop: Shop) =>
  shop.ctx.db.payment.findMany({ where: { providerId: { not: null } }, orderBy: { id: 'asc' } });

/** What has to hold after any deeds whatever, counted by hand besides `npm run books`. */
async function expectSound(shop: Shop): Promise<void> {
  expect(await checkBooks(shop.ctx.business.id)).toEqual([]);
  const { db } = shop.ctx;
  const [payments, documents, balances] = await Promise.all([
    db.payment.findMany({ include: { allocations: true } }),
    db.document.findMany({ include: { allocations: true } }),
    db.partyBalance.findMany(),
  ]);
  for (const payment of payments) {
    const settled = sum(payment.allocations.map(({ amount }) => amount));
    expect(settled, `settled by ${payment.id}`).toBeLessThanOrEqual(countingAmount(payment));
  }
  for (const document of documents) {
    const settled = sum(document.allocations.map(({ amount }) => amount));
    if (document.voidedAt) expect(settled).toBe(0n);
    else expect(document.openAmount).toBe(document.totalAmount - settled);
    expect(document.openAmount, `open of ${document.number}`).toBeGreaterThanOrEqual(0n);
    // More may be on its way than is still open: what is too much becomes credit. Nothing waits for what is settled.
    if (document.openAmount === 0n) expect(document.processingAmount).toBe(0n);
  }
  const counting = sum(payments.map(countingAmount));
  const settled = sum(payments.flatMap((row) => row.allocations.map(({ amount }) => amount)));
  const [balance] = balances;
  expect(balance?.paid ?? 0n).toBe(counting);
  expect(balance?.credit ?? 0n).toBe(counting - settled);
  expect(balance?.open ?? 0n).toBe(sum(documents.map(({ openAmount }) => openAmount)));
}

const EXPECTED = [Refused, Stale, Missing, ApiRefusal];

describe('Whatever is done with money, in any order and three at a time', () => {
  it.each([1, 2, 3])('the books add up (run %i)', { timeout: 120_000 }, async (seed) => {
    const random = randomOf(seed);
    const shop = await openShop();
    for (let index = 0; index < 3; index++) await DEEDS.issue?.(shop, random);
    const done = new Set<string>();
    for (let round = 0; round < 30; round++) {
      const names = Array.from({ length: 3 }, () => random.one(Object.keys(DEEDS)) ?? 'issue');
      const results = await Promise.allSettled(names.map((name) => DEEDS[name]?.(shop, random)));
      if (random.chance(0.3)) control().webhooks.duplicateNext(2);
      for (const [at, result] of results.entries()) {
        if (result.status === 'fulfilled') done.add(names[at] ?? '');
        else if (!EXPECTED.some((kind) => result.reason instanceof kind)) throw result.reason;
      }
      await arrive();
      await expectSound(shop);
    }
    // Deeds that were all refused would say nothing.
    expect(done.size).toBeGreaterThan(Object.keys(DEEDS).length / 2);
  });
});
