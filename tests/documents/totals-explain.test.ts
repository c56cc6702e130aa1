import { describe, expect, test } from 'vitest';
import { computeTotals } from '@/lib/documents/totals';
import { explainTotals } from '@/lib/documents/totals-explain';
import { amount, invoice, percent, signs } from './totals-cases';

describe('How was this computed', () => {
  test('line 2 of the shopfront is told: 14 × 62.55 = 875.70, less 10% = 788.13', () => {
    const explained = explainTotals(signs, computeTotals(signs));
    expect(explained.lines).toEqual([
      {
        number: 2,
        id: 'line-2',
        quantity: '14',
        unitPrice: '62.55',
        exactGross: '875.7',
        discount: percent('10'),
        exactAmount: '788.13',
        amount: 78813n,
        wasRounded: false,
      },
    ]);
    expect(explained.groups.map((group) => [group.exactTax, group.tax])).toEqual([
      ['627.026', 62703n],
      ['0', 0n],
    ]);
    expect(explained.shares).toEqual([]);
  });

  test('a rounded line and the shares of a discount are told', () => {
    const input = invoice('GBP', [['3', '33.335', '20']], { documentDiscount: amount('1') });
    const explained = explainTotals(input, computeTotals(input));
    expect(explained.lines).toMatchObject([
      { exactAmount: '100.005', amount: 10001n, wasRounded: true },
    ]);
    expect(explained.shares).toEqual([{ number: 1, id: 'line-1', share: 100n }]);
  });
});
