import { describe, expect, it } from 'vitest';
import { applyCredit } from '@/lib/payments/apply-credit';
import { creditOf } from '@/lib/payments/queries';
import { reversePayment } from '@/lib/payments/reverse-payment';
import {
  booksAreRight,
  ctx,
  fresh,
  invoice,
  open,
  partyId,
  record,
  settledOf,
} from './by-hand-world';

describe('Credit', () => {
  it('settles an open invoice, the oldest money first, and never more than there is', async () => {
    await fresh();
    await record({ amount: '30.00', receivedOn: '2026-02-01' });
    await record({ amount: '50.00', receivedOn: '2026-01-01' });
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
    await record({ amount: '60.00' });
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
    await record();
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
    await record();
    const id = await invoice('20.00');
    await expect(
      applyCredit(ctx, { documentId: id, amount: 3_000n, shownOpen: 2_000n }),
    ).rejects.toMatchObject({
      key: 'payments.errors.moreThanOpen',
      field: 'amount',
    });
  });

  it('is not there in another currency, from a payment that was undone, or once the money went back', async () => {
    await fresh();
    const id = await invoice('100.00');
    const refused = () =>
      expect(
        applyCredit(ctx, { documentId: id, amount: 1_000n, shownOpen: 10_000n }),
      ).rejects.toMatchObject({ key: 'payments.errors.notEnoughCredit' });
    await record({ currency: 'EUR' });
    await refused();
    const undone = await record();
    await reversePayment(ctx, { id: undone.id, version: 1, reason: 'Typed twice' });
    await refused();
    for (const gone of [{ refundedAmount: 9_001n }, { disputedAmount: 9_001n }]) {
      const { id: payment } = await record();
      await ctx.db.payment.update({ where: ctx.key(payment), data: gone });
      await refused();
      await ctx.db.payment.update({
        where: ctx.key(payment),
        data: { refundedAmount: 10_000n, disputedAmount: 0n },
      });
    }
    expect(await open(id)).toBe(10_000n);
  });
});
