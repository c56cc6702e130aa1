import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  decimal,
  decimalText,
  divideRounded,
  multiply,
  negate,
  normalise,
  round,
  subtract,
} from '@/lib/money/decimal';

const decimals = fc
  .record({
    mantissa: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    scale: fc.integer({ min: 0, max: 8 }),
  })
  .map((value) => value);

describe('Decimals are exact', () => {
  test('0.1 + 0.2 is 0.3', () => {
    expect(decimalText(add(decimal('0.1'), decimal('0.2')))).toBe('0.3');
  });

  test.each([
    ['0.005', 2, '0.01'],
    ['-0.005', 2, '-0.01'],
    ['0.0049', 2, '0.00'],
    ['1.005', 2, '1.01'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['2.4999', 0, '2'],
    ['7', 3, '7.000'],
  ])('%s rounded to %i decimals is %s', (text, scale, rounded) => {
    expect(decimalText(round(decimal(text), scale))).toBe(rounded);
  });

  test('nothing is divided by zero', () => {
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError);
  });

  test.each(['', '1,5', '1.', '.5', '+1', '1e3', ' 1', '١'])(
    'stored text "%s" is not read',
    (text) => {
      expect(() => decimal(text)).toThrow(RangeError);
    },
  );

  test('text survives the way there and back', () => {
    fc.assert(
      fc.property(decimals, (value) => {
        expect(decimal(decimalText(value))).toEqual(value);
      }),
    );
  });

  test('rounding a negative is the negative of rounding', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 8 }), (value, scale) => {
        expect(round(negate(value), scale)).toEqual(negate(round(value, scale)));
      }),
    );
  });

  test('multiplication distributes over addition, whatever the scales', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        const left = multiply(a, add(b, c));
        const right = add(multiply(a, b), multiply(a, c));
        expect(compare(left, right)).toBe(0);
        expect(compare(subtract(left, right), decimal('0'))).toBe(0);
        expect(compare(normalise(left), left)).toBe(0);
      }),
    );
  });
});
