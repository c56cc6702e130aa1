import { describe, expect, test } from 'vitest';
import { computeTotals, tryTotals } from '@/lib/documents/totals';
import { type TotalsInput, TotalsRefused } from '@/lib/documents/totals-input';
import { amount, invoice, percent } from './totals-cases';

describe('Figures that are refused', () => {
  const refusals: [string, TotalsInput, string, string | null][] = [
    ['letters', invoice('GBP', [['two', '1', '20']]), 'notANumber', 'lines.0.quantity'],
    ['a comma', invoice('GBP', [['1', '1,5', '20']]), 'notANumber', 'lines.0.unitPrice'],
    ['an empty price', invoice('GBP', [['1', '', '20']]), 'notANumber', 'lines.0.unitPrice'],
    [
      '7 decimals',
      invoice('GBP', [['1', '0.1234567', '20']]),
      'priceDecimals',
      'lines.0.unitPrice',
    ],
    [
      '7 decimals',
      invoice('GBP', [['0.1234567', '1', '20']]),
      'quantityDecimals',
      'lines.0.quantity',
    ],
    [
      '5 decimals of rate',
      invoice('GBP', [['1', '1', '1.23456']]),
      'percentDecimals',
      'lines.0.tax',
    ],
    ['a rate below 0', invoice('GBP', [['1', '1', '-5']]), 'rateRange', 'lines.0.tax'],
    ['a rate of 1000', invoice('GBP', [['1', '1', '1000']]), 'rateRange', 'lines.0.tax'],
    [
      'more than 100% off',
      invoice('GBP', [['1', '1', '20', percent('100.01')]]),
      'percentRange',
      'lines.0.discount',
    ],
    [
      'a negative percentage',
      invoice('GBP', [['1', '1', '20']], { documentDiscount: percent('-1') }),
      'percentRange',
      'documentDiscount',
    ],
    [
      'half a penny off',
      invoice('GBP', [['1', '1', '20', amount('0.005')]]),
      'amountDecimals',
      'lines.0.discount',
    ],
    [
      'more off than there is',
      invoice('GBP', [['1', '1', '20', amount('1.01')]]),
      'discountTooLarge',
      'lines.0.discount',
    ],
    [
      'a discount that adds',
      invoice('GBP', [['1', '1', '20', amount('-0.01')]]),
      'discountTooLarge',
      'lines.0.discount',
    ],
    [
      'more off the document than its sum',
      invoice('GBP', [['1', '1', '20']], { documentDiscount: amount('1.01') }),
      'discountTooLarge',
      'documentDiscount',
    ],
    [
      'ten billion billions',
      invoice('GBP', [['9999999', '9999999999', '20']]),
      'tooLarge',
      'lines.0.unitPrice',
    ],
    ['a sum past the limit', invoice('GBP', [['9', '999999999999', '20']]), 'tooLarge', 'lines'],
  ];

  test.each(refusals)('%s', (_, input, reason, field) => {
    const result = tryTotals(input);
    if (result.ok) throw new Error('was not refused');
    expect(result.refused).toBeInstanceOf(TotalsRefused);
    expect(result.refused).toMatchObject({ reason, field, key: `totals.errors.${reason}` });
    expect(result.refused.lineId).toBe(field?.startsWith('lines.') ? 'line-1' : null);
    expect(() => computeTotals(input)).toThrow(TotalsRefused);
  });

  test('an unknown currency is a fault, not a refusal', () => {
    expect(() => tryTotals(invoice('ABC', []))).toThrow(RangeError);
  });

  test('zeros that a column adds are no decimals', () => {
    const padded = invoice('GBP', [['1.00000000', '2.50000000', '20', amount('0.500000')]]);
    expect(computeTotals(padded).netTotal).toBe(200n);
  });
});
