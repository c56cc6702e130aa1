import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CURRENCIES, exponent, isCurrency } from '@/lib/money/currencies';
import { formatMoney } from '@/lib/money/format-money';
import {
  apportion,
  MAX_MINOR,
  parseAmount,
  splitByLargestRemainder,
  sum,
  toDecimalText,
} from '@/lib/money/money';

describe('Currencies', () => {
  test.each([
    ['GBP', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['ISK', 0],
    ['UGX', 0],
    ['HUF', 2],
    ['IDR', 2],
    ['COP', 2],
    ['MGA', 2],
    ['JOD', 3],
    ['KWD', 3],
    ['IQD', 3],
    ['LYD', 3],
  ])('%s has %i decimals, as ISO 4217 has it', (currency, decimals) => {
    expect(exponent(currency)).toBe(decimals);
  });

  test.each(['gbp', 'XXX', 'XAU', 'CLF', 'UYW', '', 'toString', null])('%s is not one', (code) => {
    expect(isCurrency(code)).toBe(false);
  });

  test('an unknown code is an error, never two decimals by chance', () => {
    expect(() => exponent('ABC')).toThrow(RangeError);
  });

  test('each code stands in the table once, with three letters', () => {
    expect(new Set(CURRENCIES).size).toBe(CURRENCIES.length);
    expect(CURRENCIES.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
    expect(CURRENCIES.length).toBeGreaterThan(150);
  });
});

describe('Amounts', () => {
  test.each([
    [125000n, 'GBP', '1250.00'],
    [-5n, 'GBP', '-0.05'],
    [0n, 'KWD', '0.000'],
    [300n, 'JPY', '300'],
    [3848070n, 'JOD', '3848.070'],
  ])('%s minor units of %s are written %s', (minor, currency, text) => {
    expect(toDecimalText(minor, currency)).toBe(text);
  });

  test('decimal text and every printed form read back as the same amount', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -MAX_MINOR, max: MAX_MINOR }),
        fc.constantFrom(...CURRENCIES),
        fc.constantFrom('en' as const, 'ar' as const, 'zh' as const),
        (minor, currency, locale) => {
          const same = { ok: true, minor };
          expect(parseAmount(toDecimalText(minor, currency), currency)).toEqual(same);
          expect(parseAmount(formatMoney(minor, currency, locale), currency)).toEqual(same);
        },
      ),
    );
  });
});

describe('Splitting by largest remainder', () => {
  const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
  const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 20 });

  test.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [5n, [0n, 0n], [5n, 0n]],
    [1n, [1n, 3n], [0n, 1n]],
    [0n, [1n, 2n], [0n, 0n]],
    [10n, [120n, -20n], [12n, -2n]],
  ])('%s by %s gives %s', (total, by, parts) => {
    expect(splitByLargestRemainder(total, by)).toEqual(parts);
  });

  test('the parts add up, each within one unit of its exact share, and mirror exactly', () => {
    fc.assert(
      fc.property(amount, weights, (total, by) => {
        const parts = splitByLargestRemainder(total, by);
        expect(sum(parts)).toBe(total);
        const weightSum = sum(by);
        if (weightSum > 0n) {
          parts.forEach((part, index) => {
            const off = part * weightSum - total * (by[index] ?? 0n);
            expect(off < weightSum && off > -weightSum).toBe(true);
          });
        }
        expect(splitByLargestRemainder(-total, by)).toEqual(parts.map((part) => -part));
      }),
    );
  });

  test('nothing to split among is only fine for nothing', () => {
    expect(splitByLargestRemainder(0n, [])).toEqual([]);
    expect(() => splitByLargestRemainder(1n, [])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(1n, [5n, -5n])).toThrow(RangeError);
    expect(() => apportion(9n, [1n, 1n], 1n)).toThrow(RangeError);
  });
});
