import fc from 'fast-check';
import {
  type Discount,
  TAX_CATEGORIES,
  type TotalsInput,
  type TotalsLine,
} from '@/lib/documents/totals-input';

/** Currencies with 0, 2 and 3 decimals. */
export const DECIMALS: Record<string, number> = { JPY: 0, GBP: 2, JOD: 3 };

const decimalText = (min: number, max: number, maxDecimals: number) =>
  fc
    .tuple(fc.integer({ min, max }), fc.integer({ min: 0, max: maxDecimals }))
    .map(([mantissa, scale]) => textOf(mantissa, scale));

const percentDiscount: fc.Arbitrary<Discount> = fc
  .oneof(fc.constantFrom('0', '5', '10', '33.3333', '50', '100'), decimalText(0, 100, 2))
  .map((value) => ({ kind: 'percent', value }));

const tax = fc.record({
  name: fc.constant('VAT'),
  rate: fc.constantFrom('0', '5', '7.5', '10', '16', '19', '20', '20.00', '8.875', '21.0001'),
  category: fc.constantFrom('STANDARD' as const, 'STANDARD' as const, ...TAX_CATEGORIES),
});

/** Documents of any currency; `mixed` ones hold lines that give something back. Amount discounts always fit. */
export function documents(options: { mixed: boolean }): fc.Arbitrary<TotalsInput> {
  const line = fc.record({
    quantity: decimalText(options.mixed ? -5000 : 0, 5000, 3),
    unitPrice: decimalText(0, 999_999, 6),
    discount: fc.option(percentDiscount, { nil: null }),
    tax,
  });
  return fc
    .record({
      currency: fc.constantFrom(...Object.keys(DECIMALS)),
      pricesIncludeTax: fc.boolean(),
      lines: fc.array(line, { maxLength: 8 }),
      documentDiscount: fc.option(percentDiscount, { nil: null }),
    })
    .map((input) => ({
      ...input,
      lines: input.lines.map((given, index): TotalsLine => ({ id: `line-${index}`, ...given })),
    }));
}

/** The mirror: every quantity and every discount amount negated, as a credit note has it. */
export function mirrored(input: TotalsInput): TotalsInput {
  const discount = (given: Discount | null | undefined) =>
    given?.kind === 'amount' ? { ...given, value: negated(given.value) } : given;
  return {
    ...input,
    lines: input.lines.map((line) => ({
      ...line,
      quantity: negated(line.quantity),
      discount: discount(line.discount),
    })),
    documentDiscount: discount(input.documentDiscount),
  };
}

/** Minor units as decimal text, without the code under test. */
export function textOf(mantissa: number | bigint, scale: number): string {
  const negative = mantissa < 0;
  const digits = String(negative ? -mantissa : mantissa).padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return `${negative ? '-' : ''}${digits.slice(0, cut)}${scale ? `.${digits.slice(cut)}` : ''}`;
}

function negated(text: string): string {
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
}
