import { describe, expect, it } from 'vitest';
import { timeline } from '@/lib/events/timeline';
import { applyCredit } from '@/lib/payments/apply-credit';
import { creditOf } from '@/lib/payments/queries';
import { reversePayment } from '@/lib/payments/reverse-payment';
import { makeBusiness } from '@/prisma/seed/builders';
import { booksAreRight, ctx, fresh, invoice, open, partyId, record } from './by-hand-world';

/** The history of an invoice as its page shows it: kind and quoted words, newest first. */
async function history(documentId: string, by = ctx): Promise<string[]> {
  const { days } = await timeline(by, { documentId });
  return days
    .flatMap(({ entries }) => entries)
    .filter(({ kind }) => kind.startsWith('payment.'))
    .map(({ kind, quote }) => `${kind} ${quote.map(({ text }) => text).join('')}`.trim());
}

describe('The history of an invoice', () => {
  it('tells of a payment that settled others too, with its own share, and when it is undone', async () => {
    await fresh();
    const [one, two, three] = [
      await invoice('30.00'),
      await invoice('50.00'),
      await invoice('70.00'),
    ];
    const payment = await record({ amount: '80', settle: { [one]: '30', [two]: '50' } });
    expect(await history(one)).toEqual(['payment.recorded £30.00 of it for this invoice']);
    expect(await history(two)).toEqual(['payment.recorded £50.00 of it for this invoice']);
    expect(await history(three)).toEqual([]);
    await reversePayment(ctx, { id: payment.id, version: 1, reason: 'The cheque bounced' });
    expect(await history(one)).toEqual([
      'payment.reversed “The cheque bounced”',
      'payment.recorded £30.00 of it for this invoice',
    ]);
    const { ctx: stranger } = await makeBusiness();
    expect(await history(one, stranger)).toEqual([]);
  });
});

describe('Credit out of many payments', () => {
  it('is used oldest first, as far as it is needed and no further', async () => {
    await fresh();
    for (const amount of ['10', '20', '30', '40']) await record({ amount, settle: {} });
    const spent = await invoice('5.00');
    await applyCredit(ctx, { documentId: spent, amount: 500n, shownOpen: 500n });
    const id = await invoice('50.00');
    await applyCredit(ctx, { documentId: id, amount: 4_000n, shownOpen: 5_000n });
    expect(await open(id)).toBe(1_000n);
    const allocations = await ctx.db.allocation.findMany({
      where: { documentId: id },
      orderBy: { payment: { id: 'asc' } },
      select: { amount: true },
    });
    expect(allocations.map(({ amount }) => amount)).toEqual([500n, 2_000n, 1_500n]);
    expect(await creditOf(ctx, partyId, 'GBP')).toBe(5_500n);
    const rest = await invoice('100.00');
    await expect(
      applyCredit(ctx, { documentId: rest, amount: 5_501n, shownOpen: 10_000n }),
    ).rejects.toMatchObject({ key: 'payments.errors.notEnoughCredit' });
    await booksAreRight();
  });
});
