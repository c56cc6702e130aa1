import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '@/lib/money/money';
import { paymentFilterParams, readPaymentFilters } from '@/lib/payments/list-filters';
import { countingAmount, paymentState } from '@/lib/payments/status';
import { suggestAllocations } from '@/lib/payments/suggest';

describe('What a payment is suggested to settle', () => {
  const invoices = [
    { id: 'old', open: 3_000n },
    { id: 'young', open: 5_000n },
  ];

  it('is the oldest first, and the rest is credit', () => {
    expect(suggestAllocations(4_000n, invoices)).toEqual({
      settled: new Map([
        ['old', 3_000n],
        ['young', 1_000n],
      ]),
      credit: 0n,
    });
    expect(suggestAllocations(9_000n, invoices).credit).toBe(1_000n);
    expect(suggestAllocations(0n, invoices).settled.size).toBe(0);
    expect(suggestAllocations(-5n, invoices)).toEqual({ settled: new Map(), credit: 0n });
  });

  it('never is more than was paid or than is open', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.array(fc.bigInt(0n, 10n ** 11n)), (paid, opens) => {
        const rows = opens.map((open, index) => ({ id: String(index), open }));
        const { settled, credit } = suggestAllocations(paid, rows);
        expect(sum(settled.values()) + credit).toBe(paid);
        for (const [id, amount] of settled)
          expect(amount).toBeLessThanOrEqual(opens[Number(id)] ?? 0n);
      }),
    );
  });
});

describe('What a payment is called', () => {
  const facts = { amount: 100n, refundedAmount: 0n, disputedAmount: 0n, reversedAt: null };
  it.each([
    ['received', {}, 100n],
    ['partRefunded', { refundedAmount: 1n }, 99n],
    ['refunded', { refundedAmount: 100n }, 0n],
    ['disputed', { refundedAmount: 40n, disputedAmount: 60n }, 0n],
    ['undone', { reversedAt: new Date(0) }, 0n],
  ])('%s', (state, change, counts) => {
    expect(paymentState({ ...facts, ...change })).toBe(state);
    expect(countingAmount({ ...facts, ...change })).toBe(counts);
  });
});

describe('The filters of the list', () => {
  it('go into the address and come back', () => {
    const filters = readPaymentFilters({
      method: ['CASH', 'CHEQUE'],
      client: '01A200F4-5409-7718-926F-FFEF957BF950',
      currency: 'kwd',
      from: '2026-01-01',
      to: '2026-02-28',
      sort: 'oldest',
    });
    const address = Object.fromEntries(paymentFilterParams(filters));
    expect(readPaymentFilters(address)).toEqual(filters);
    expect(filters.methods).toEqual(['CASH', 'CHEQUE']);
  });

  it('read nonsense as no filter', () => {
    const none = readPaymentFilters({});
    expect(
      readPaymentFilters({
        method: 'gold',
        client: "' OR 1=1",
        currency: 'XXY',
        from: '2026-02-31',
        sort: 'up',
      }),
    ).toEqual(none);
  });
});
