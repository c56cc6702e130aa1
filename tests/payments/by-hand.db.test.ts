import { describe, expect, it } from 'vitest';
import { Missing, Stale } from '@/lib/actions/refused';
import { newId } from '@/lib/db/new-id';
import { applyCredit } from '@/lib/payments/apply-credit';
import { creditOf, openInvoicesOf, paymentsOf } from '@/lib/payments/queries';
import { recordManualPayment } from '@/lib/payments/record-manual-payment';
import { reversePayment } from '@/lib/payments/reverse-payment';
import { makeBusiness, makeClient, makeInvoice, makeMember } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';
import {
  booksAreRight,
  ctx,
  form,
  fresh,
  invoice,
  open,
  partyId,
  record,
  settledOf,
} from './by-hand-world';

describe('A payment recorded by hand', () => {
  it('settles an invoice in parts, with a receipt unless it is left out', async () => {
    await fresh();
    const id = await invoice('100.00');
    await record({ amount: '40', settle: { [id]: '40.00' }, sendReceipt: 'on' });
    expect(await open(id)).toBe(6_000n);
    expect(await ctx.db.message.count()).toBe(1);
    await record({ amount: '60.00', settle: { [id]: '60.00' } });
    expect(await open(id)).toBe(0n);
    expect(await ctx.db.message.count()).toBe(1);
    expect(await settledOf(id)).toEqual([4_000n, 6_000n]);
    await booksAreRight();
  });

  it('settles several invoices, and the rest is the client’s credit', async () => {
    await fresh();
    const [one, two] = [await invoice('30.00'), await invoice('50.00')];
    await record({ amount: '£100', settle: { [one]: '30', [two]: '50' } });
    expect([await open(one), await open(two)]).toEqual([0n, 0n]);
    expect(await creditOf(ctx, partyId, 'GBP')).toBe(2_000n);
    const { rows } = await paymentsOf(ctx, partyId);
    expect(rows[0]).toMatchObject({ amount: 10_000n, credit: 2_000n, state: 'received' });
    expect(rows[0]?.settles).toHaveLength(2);
    await booksAreRight();
  });

  it('keeps its reference on one line, without marks that hide or turn text', async () => {
    await fresh();
    const { id } = await record({ reference: ' BACS\n4711 \u202e0052\u0007 ' });
    const stored = await ctx.db.payment.findUniqueOrThrow({ where: ctx.key(id) });
    expect(stored.reference).toBe('BACS 4711 0052');
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
    await expect(record({ settle: { [one]: '30.01' } })).rejects.toMatchObject({
      key: 'payments.errors.moreThanOpen',
      field: `settle.${one}`,
    });
    await expect(
      record({ amount: '60', settle: { [one]: '30', [two]: '50' } }),
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
    await expect(record(given)).rejects.toMatchObject({ key });
    expect(await ctx.db.payment.count()).toBe(0);
  });

  it('never settles another client’s invoice, or one in another currency', async () => {
    await fresh();
    const foreign = await invoice('10.00', 'EUR');
    const other = await makeClient(ctx, { email: 'other@example.com' });
    const theirs = (await makeInvoice(ctx, other.id, { lines: [draftLine({ unitPrice: '10' })] }))
      .id;
    for (const id of [foreign, theirs, newId()]) {
      await expect(record({ settle: { [id]: '10.00' } })).rejects.toMatchObject({
        key: 'payments.errors.notOpen',
      });
    }
    await booksAreRight();
  });

  it('understands dinars with three decimals and Arabic digits', async () => {
    await fresh();
    const id = await invoice('5.124', 'KWD');
    await record({ currency: 'KWD', amount: '٥٫١٢٤', settle: { [id]: '5.124' } });
    expect(await open(id)).toBe(0n);
    await booksAreRight();
  });

  it('is undone with a reason, stays in the list, and the invoice is open again', async () => {
    await fresh();
    const id = await invoice('100.00');
    const payment = await record({ settle: { [id]: '100.00' } });
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
    const payment = await record();
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
