import type { Discount, TaxCategory, TotalsInput, TotalsLine } from '@/lib/documents/totals-input';

// The drawn examples, and a short way to write others.

export type Row = [quantity: string, unitPrice: string, rate: string, discount?: Discount];

export function line([quantity, unitPrice, rate, discount]: Row, index: number): TotalsLine {
  const category: TaxCategory = rate === '0' ? 'ZERO' : 'STANDARD';
  return {
    id: `line-${index + 1}`,
    quantity,
    unitPrice,
    discount,
    tax: { name: 'VAT', rate, category },
  };
}

export function invoice(
  currency: string,
  rows: Row[],
  more: Partial<TotalsInput> = {},
): TotalsInput {
  return { currency, pricesIncludeTax: false, lines: rows.map(line), ...more };
}

export const percent = (value: string): Discount => ({ kind: 'percent', value });
export const amount = (value: string): Discount => ({ kind: 'amount', value });

export const joinery = invoice('GBP', [
  ['1', '1840.00', '20', percent('5')],
  ['4.2', '295.00', '20'],
  ['4.2', '86.50', '20'],
  ['2', '420.00', '20'],
  ['12', '4.50', '0'],
]);

export const signs = invoice('GBP', [
  ['1', '1840.00', '20'],
  ['14', '62.55', '20', percent('10')],
  ['6.5', '78.00', '20'],
  ['2000', '0.0485', '0'],
]);

export const interiors = invoice('JOD', [
  ['1', '1250.000', '16', percent('5')],
  ['6', '85.000', '16'],
  ['12', '35.500', '16'],
  ['3', '390.750', '16'],
  ['4', '6.250', '0'],
]);
