import { beforeAll, describe, expect, it } from 'vitest';
import { Missing, Stale } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { checkBooks } from '@/lib/books/check-books';
import { newId } from '@/lib/db/new-id';
import { installJobs } from '@/lib/jobs/boss';
import { applyCredit } from '@/lib/payments/apply-credit';
import { readPaymentFilters } from '@/lib/payments/list-filters';
import {
  creditOf,
  openInvoicesOf,
  paymentListPage,
  paymentSums,
  paymentsOf,
} from '@/lib/payments/queries';
import { recordManualPayment } from '@/lib/payments/record-manual-payment';
import { reversePayment } from '@/lib/payments/reverse-payment';
import { type PaymentForm, paymentForm } from '@/lib/payments/schema';
import {
  draftLine,
  makeBusiness,
  makeClient,
  makeInvoice,
  makeMember,
} from '@/prisma/seed/builders';
import { testDatabase } from '../support/database';

let ctx: StaffContext;
let partyId: string;

beforeAll(async () => {
  await installJobs(testDatabase());
});

async function fresh() {
  ({ ctx } = await makeBusiness());
  partyId = (await makeClient(ctx)).id;
}

async function invoice(unitPrice: string, currency = 'GBP'): Promise<string> {
  return (await makeInvoice(ctx, partyId, { lines: [draftLine({ unitPrice })], currency })).id;
}

/** The form as the browser sends it: £100.00 in cash today, for nothing in particular. */
function form(given: Partial<Record<keyof PaymentForm, unknown>> = {}): PaymentForm {
  return paymentForm.parse({
    id: newId(),
    partyId,
    currency: 'GBP',
    amount: '100.00',
    method: 'CASH',
    receivedOn: ctx.today(),
    reference: '',
    ...given,
  });
}

const open = async (id: string) =>
  (await ctx.db.document.findUniqueOrThrow({ where: ctx.key(id) })).openAmount;
const booksAreRight = async () => expect(await checkBooks(ctx.business.id)).toEqual([]);

/** What each payment settles of an invoice, the oldest money first. */
async function settledOf(documentId: string): Promise<bigint[]> {
  const rows = await ctx.db.allocation.findMany({
    where: { documentId },
    orderBy: [{ payment: { receivedOn: 'asc' } }, { paymentId: 'asc' }],
  });
  return rows.map(({ amount }) => amount);
}

describe('A payment recorded by hand', () => {
  it('settles an invoice in parts, with a receipt unless it is left out', async () => {
    await fresh();
    const id = await invoice('100.00');
    await recordManualPayment(
      ctx,
      form({ amount: '40', settle: { [id]: '40.00' }, sendReceipt: 'on' }),
    );
    expect(await open(id)).toBe(6_000n);
    expect(await ctx.db.message.count()).toBe(1);
    await recordManualPayment(ctx, form({ amount: '60.00', settle: { [id]: '60.00' } }));
    expect(await open(id)).toBe(0n);
    expect(await ctx.db.message.count()).toBe(1);
    expect(await settledOf(id)).toEqual([4_000n, 6_000n]);
    await booksAreRight();
  });

  it('settles several invoices, and the rest is the client’s credit', async () => {
    await fresh();
    const [one, two] = [await invoice('30.00'), await invoice('50.00')];
    await recordManualPayment(ctx, form({ amount: '£100', settle: { [one]: '30', [two]: '50' } }));
    expect([await open(one), await open(two)]).toEqual([0n, 0n]);
    expect(await creditOf(ctx, partyId, 'GBP')).toBe(2_000n);
    const { rows } = await paymentsOf(ctx, partyId);
    expect(rows[0]).toMatchObject({ amount: 10_000n, credit: 2_000n, state: 'received' });
    expect(rows[0]?.settles).toHaveLength(2);
    await booksAreRight();
  });

  it('is one payment, however often the form is sent', async () => {
    await fresh();
    const id = await invoice('100.00');
    const same = form({ settle: { [id]: '100.00' }, sendReceipt: 'on' });
    await Promise.all(Array.from({ length: 10 }, () => recordManualPayment(ctx, same)));
    expect(await ctx.db.payment.count()).toBe(1);
    expect(await ctx.db.message.count()).toBe(1);
    expect(await creditOf(ctx, partyId, 'GBP')).toBe(0n);
    await booksAreRight();
  });

  it('refuses to settle more than is open or was paid, and says where', async () => {
    await fresh();
    const [one, two] = [await invoice('30.00'), await invoice('50.00')];
    await expect(
      recordManualPayment(ctx, form({ settle: { [one]: '30.01' } })),
    ).rejects.toMatchObject({ key: 'payments.errors.moreThanOpen', field: `settle.${one}` });
    await expect(
      recordManualPayment(ctx, form({ amount: '60', settle: { [one]: '30', [two]: '50' } })),
    ).rejects.toMatchObject({ key: 'payments.errors.moreThanPaid', field: 'amount' });
    expect(await ctx.db.payment.count()).toBe(0);
  });

  it.each([
    ['nothing', { amount: '' }, 'money.errors.empty'],
    ['zero', { amount: '0' }, 'payments.errors.notPositive'],
    ['less than zero', { amount: '-5' }, 'payments.errors.notPositive'],
    ['half a penny', { amount: '1.005' }, 'money.errors.tooManyDecimals'],
    ['words', { amount: 'a lot' }, 'money.errors.notANumber'],
    ['a day to come', { receivedOn: '2999-01-01' }, 'payments.errors.inFuture'],
  ])('refuses %s', async (_, given, key) => {
    await fresh();
    await expect(recordManualPayment(ctx, form(given))).rejects.toMatchObject({ key });
    expect(await ctx.db.payment.count()).toBe(0);
  });

  it('never settles another client’s invoice, or one in another currency', async () => {
    await fresh();
    const foreign = await invoice('10.00', 'EUR');
    const other = await makeClient(ctx, { email: 'other@example.com' });
    const theirs = (await makeInvoice(ctx, other.id, { lines: [draftLine({ unitPrice: '10' })] }))
      .id;
    for (const id of [foreign, theirs, newId()]) {
      await expect(
        recordManualPayment(ctx, form({ settle: { [id]: '10.00' } })),
      ).rejects.toMatchObject({ key: 'payments.errors.notOpen' });
    }
    await booksAreRight();
  });

  it('understands dinars with three decimals and Arabic digits', async () => {
    await fresh();
    const id = await invoice('5.124', 'KWD');
    await recordManualPayment(
      ctx,
      form({ currency: 'KWD', amount: '٥٫١٢٤', settle: { [id]: '5.124' } }),
    );
    expect(await open(id)).toBe(0n);
    await booksAreRight();
  });

  it('is undone with a reason, stays in the list, and the invoice is open again', async () => {
    await fresh();
    const id = await invoice('100.00');
    const payment = await recordManualPayment(ctx, form({ settle: { [id]: '100.00' } }));
    await expect(
      reversePayment(ctx, { id: payment.id, version: 1, reason: '' }),
    ).rejects.toMatchObject({ key: 'errors.required', field: 'reason' });
    await expect(
      reversePayment(ctx, { id: payment.id, version: 2, reason: 'seen on a stale page' }),
    ).rejects.toBeInstanceOf(Stale);
    await reversePayment(ctx, { id: payment.id, version: 1, reason: 'The cheque bounced' });
    await reversePayment(ctx, { id: payment.id, version: 1, reason: 'again' });
    expect(await open(id)).toBe(10_000n);
    const { rows } = await paymentsOf(ctx, partyId);
    expect(rows[0]).toMatchObject({ state: 'undone', counts: 0n, credit: 0n, settles: [] });
    // Also in the history of the invoice.
    expect(await ctx.db.event.count({ where: { kind: 'payment.reversed', documentId: id } })).toBe(
      1,
    );
    expect(await ctx.db.event.count({ where: { kind: 'payment.reversed' } })).toBe(1);
    await booksAreRight();
  });
});

describe('Credit', () => {
  it('settles an open invoice, the oldest money first, and never more than there is', async () => {
    await fresh();
    await recordManualPayment(ctx, form({ amount: '30.00', receivedOn: '2026-02-01' }));
    await recordManualPayment(ctx, form({ amount: '50.00', receivedOn: '2026-01-01' }));
    const id = await invoice('100.00');
    await expect(
      applyCredit(ctx, { documentId: id, amount: 8_001n, shownOpen: 10_000n }),
    ).rejects.toMatchObject({
      key: 'payments.errors.notEnoughCredit',
    });
    await applyCredit(ctx, { documentId: id, amount: 6_000n, shownOpen: 10_000n });
    expect(await open(id)).toBe(4_000n);
    expect(await settledOf(id)).toEqual([5_000n, 1_000n]);
    expect(await creditOf(ctx, partyId, 'GBP')).toBe(2_000n);
    await booksAreRight();
  });

  it('is used once, though two people apply it at the same moment', async () => {
    await fresh();
    await recordManualPayment(ctx, form({ amount: '60.00' }));
    const ids = [await invoice('60.00'), await invoice('60.00')];
    const results = await Promise.allSettled(
      ids.map((documentId) => applyCredit(ctx, { documentId, amount: 6_000n, shownOpen: 6_000n })),
    );
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await creditOf(ctx, partyId, 'GBP')).toBe(0n);
    await booksAreRight();
  });

  it('is used once by an order that is sent again because its answer was lost', async () => {
    await fresh();
    await recordManualPayment(ctx, form());
    const id = await invoice('100.00');
    const order = { documentId: id, amount: 3_000n, shownOpen: 10_000n };
    await applyCredit(ctx, order);
    await expect(applyCredit(ctx, order)).rejects.toMatchObject({
      key: 'payments.errors.openMoved',
      values: { open: '£70.00' },
    });
    expect(await open(id)).toBe(7_000n);
    await booksAreRight();
  });

  it('settles no more than is open', async () => {
    await fresh();
    await recordManualPayment(ctx, form());
    const id = await invoice('20.00');
    await expect(
      applyCredit(ctx, { documentId: id, amount: 3_000n, shownOpen: 2_000n }),
    ).rejects.toMatchObject({
      key: 'payments.errors.moreThanOpen',
      field: 'amount',
    });
  });
});

describe('The list of payments', () => {
  it('can be narrowed and adds up', async () => {
    await fresh();
    const other = await makeClient(ctx, { email: 'other@example.com' });
    await recordManualPayment(
      ctx,
      form({ amount: '10.00', method: 'CHEQUE', receivedOn: '2026-01-05' }),
    );
    await recordManualPayment(ctx, form({ amount: '20.00', receivedOn: '2026-02-05' }));
    await recordManualPayment(
      ctx,
      form({ amount: '5.000', currency: 'KWD', receivedOn: '2026-02-06' }),
    );
    const undone = await recordManualPayment(
      ctx,
      form({ partyId: other.id, receivedOn: '2026-03-01' }),
    );
    await reversePayment(ctx, { id: undone.id, version: 1, reason: 'slip' });
    const amounts = async (params: Record<string, string>) =>
      (await paymentListPage(ctx, readPaymentFilters(params))).rows.map((row) => row.amount);
    expect(await amounts({})).toEqual([10_000n, 5_000n, 2_000n, 1_000n]);
    expect(await amounts({ sort: 'oldest', from: '2026-01-01', to: '2026-02-05' })).toEqual([
      1_000n,
      2_000n,
    ]);
    expect(await amounts({ method: 'CHEQUE' })).toEqual([1_000n]);
    expect(await amounts({ currency: 'kwd' })).toEqual([5_000n]);
    expect(await amounts({ client: other.id })).toEqual([10_000n]);
    expect(await amounts({ client: 'nonsense', method: 'gold', from: '31 February' })).toHaveLength(
      4,
    );
    expect(await paymentSums(ctx, readPaymentFilters({}))).toEqual([
      { currency: 'GBP', amount: 3_000n, taken: 0n },
      { currency: 'KWD', amount: 5_000n, taken: 0n },
    ]);
  });
});

describe('Who may', () => {
  it('an accountant reads payments and changes none; a member records but does not undo', async () => {
    await fresh();
    const accountant = await makeMember(ctx, 'ACCOUNTANT');
    expect(accountant.may('payments.read')).toBe(true);
    expect(accountant.may('payments.record')).toBe(false);
    expect(accountant.may('payments.undo')).toBe(false);
    const member = await makeMember(ctx, 'MEMBER');
    expect([member.may('payments.record'), member.may('payments.undo')]).toEqual([true, false]);
  });

  it('finds nothing of another business', async () => {
    await fresh();
    const id = await invoice('100.00');
    const payment = await recordManualPayment(ctx, form());
    const { ctx: stranger } = await makeBusiness();
    await expect(recordManualPayment(stranger, form())).rejects.toBeInstanceOf(Missing);
    await expect(
      applyCredit(stranger, { documentId: id, amount: 1n, shownOpen: 10_000n }),
    ).rejects.toBeInstanceOf(Missing);
    await expect(
      reversePayment(stranger, { id: payment.id, version: 1, reason: 'x' }),
    ).rejects.toBeInstanceOf(Missing);
    expect((await paymentsOf(stranger, partyId)).rows).toEqual([]);
    expect(await openInvoicesOf(stranger, partyId)).toEqual([]);
  });
});
