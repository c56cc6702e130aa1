import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeTotals, type Totals } from '@/lib/documents/totals';
import type { TotalsInput } from '@/lib/documents/totals-input';
import { slowTotals } from './totals-fraction';
import { DECIMALS, documents, mirrored, textOf } from './totals-random';

const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

const decimalsOf = (input: TotalsInput) => DECIMALS[input.currency] ?? 2;

function agree(input: TotalsInput): void {
  const totals = computeTotals(input);
  const expected = slowTotals(input, decimalsOf(input));
  expect({
    amounts: totals.lines.map((line) => line.amount),
    shares: totals.lines.map((line) => line.documentDiscountShare),
    groups: totals.taxGroups.map(({ base, tax }) => ({ base, tax })),
    subtotal: totals.subtotal,
    discountTotal: totals.discountTotal,
    netTotal: totals.netTotal,
    taxTotal: totals.taxTotal,
    total: totals.total,
  }).toEqual({
    ...expected,
    groups: expected.groups.map(({ base, tax }) => ({ base, tax })),
  });
}

/** Any part of the subtotal as an amount discount, which always fits. */
function withAmountDiscount(input: TotalsInput, thousandths: number): TotalsInput {
  const { subtotal } = computeTotals({ ...input, documentDiscount: null });
  const off = (subtotal * BigInt(thousandths)) / 1000n;
  return {
    ...input,
    documentDiscount: { kind: 'amount', value: textOf(off, decimalsOf(input)) },
  };
}

describe('An independent calculation in fractions finds the same', () => {
  test('for 10,000 random invoices', () => {
    fc.assert(fc.property(documents({ mixed: false }), agree), { numRuns: 10_000 });
  });

  test('for 5,000 documents that also take something back', () => {
    fc.assert(fc.property(documents({ mixed: true }), agree), { numRuns: 5_000 });
  });

  test('for 5,000 documents with an amount off the whole', () => {
    const off = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(documents({ mixed: true }), off, (input, thousandths) =>
        agree(withAmountDiscount(input, thousandths)),
      ),
      { numRuns: 5_000 },
    );
  });

  test('for 5,000 documents with an amount off each line', () => {
    const off = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(documents({ mixed: true }), off, (input, thousandths) => {
        const { lines } = computeTotals({ ...input, documentDiscount: null });
        agree({
          ...input,
          lines: input.lines.map((line, index) => {
            const gross = (lines[index]?.gross ?? 0n) * BigInt(thousandths[index] ?? 0);
            const value = textOf(gross / 1000n, decimalsOf(input));
            return { ...line, discount: { kind: 'amount', value } };
          }),
        });
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('Whatever the document', () => {
  const everyDocument = (check: (input: TotalsInput, totals: Totals) => void) =>
    fc.assert(
      fc.property(documents({ mixed: true }), (input) => check(input, computeTotals(input))),
      { numRuns: 2_000 },
    );

  test('every sum on it adds up', () => {
    everyDocument((input, totals) => {
      const { lines, taxGroups } = totals;
      expect(totals.netTotal + totals.taxTotal).toBe(totals.total);
      expect(sum(lines.map((line) => line.amount))).toBe(totals.subtotal);
      expect(sum(lines.map((line) => line.documentDiscountShare))).toBe(totals.discountTotal);
      expect(sum(taxGroups.map((group) => group.base))).toBe(totals.netTotal);
      expect(sum(taxGroups.map((group) => group.tax))).toBe(totals.taxTotal);
      expect(sum(taxGroups.map((group) => group.gross))).toBe(totals.total);
      for (const line of lines) expect(line.gross - line.discount).toBe(line.amount);
      const discounted = totals.subtotal - totals.discountTotal;
      expect(input.pricesIncludeTax ? totals.total : totals.netTotal).toBe(discounted);
    });
  });

  test('its credit note is the exact mirror', () => {
    const off = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(documents({ mixed: true }), off, fc.boolean(), (given, thousandths, amount) => {
        const input = amount ? withAmountDiscount(given, thousandths) : given;
        const invoice = computeTotals(input);
        const creditNote = computeTotals(mirrored(input));
        expect(creditNote.total).toBe(-invoice.total);
        expect(creditNote.netTotal).toBe(-invoice.netTotal);
        expect(creditNote.taxTotal).toBe(-invoice.taxTotal);
        expect(creditNote.lines.map((line) => [line.gross, line.amount, line.base])).toEqual(
          invoice.lines.map((line) => [-line.gross, -line.amount, -line.base]),
        );
        expect(creditNote.taxGroups.map((group) => [group.base, group.tax])).toEqual(
          invoice.taxGroups.map((group) => [-group.base, -group.tax]),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  test('100% off leaves nothing at all', () => {
    everyDocument((input) => {
      const all = { kind: 'percent', value: '100' } as const;
      const nothing = [
        computeTotals({ ...input, documentDiscount: all }),
        computeTotals({
          ...input,
          lines: input.lines.map((line) => ({ ...line, discount: all })),
        }),
      ];
      for (const totals of nothing) {
        expect([totals.total, totals.netTotal, totals.taxTotal]).toEqual([0n, 0n, 0n]);
      }
    });
  });

  test('only the standard category is taxed', () => {
    everyDocument((_, totals) => {
      for (const group of totals.taxGroups) {
        if (group.category !== 'STANDARD') expect([group.tax, group.rate]).toEqual([0n, '0']);
      }
    });
  });

  test('prices with tax keep their gross, whatever the rate', () => {
    everyDocument((input) => {
      const gross = computeTotals({ ...input, pricesIncludeTax: true });
      expect(gross.total).toBe(gross.subtotal - gross.discountTotal);
    });
  });

  test('the order of its lines changes no total where there is no document discount', () => {
    everyDocument((input) => {
      const plain = { ...input, documentDiscount: null };
      const backwards = { ...plain, lines: [...plain.lines].reverse() };
      expect(computeTotals(backwards).total).toBe(computeTotals(plain).total);
    });
  });
});
