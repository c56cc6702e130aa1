import { describe, expect, test } from 'vitest';
import { parseAmount } from '@/lib/money/money';
import { canonicalDecimal, canonicalPercent, readDecimal } from '@/lib/money/parse-decimal';

describe('A typed amount is read in three scripts', () => {
  test.each([
    ['1250', 'GBP', 125000n],
    ['1,250.50', 'GBP', 125050n],
    ['1.250,50', 'EUR', 125050n],
    ['1 250,50', 'EUR', 125050n],
    ['1\u202f250,50', 'EUR', 125050n],
    ["1'250.50", 'CHF', 125050n],
    ['1’250.50', 'CHF', 125050n],
    ['12,50,000.75', 'INR', 125000075n],
    ['1,250', 'GBP', 125000n],
    ['1,250,000', 'GBP', 125000000n],
    ['1.250.000', 'EUR', 125000000n],
    ['12,5', 'EUR', 1250n],
    ['12.5', 'GBP', 1250n],
    ['1250,50', 'EUR', 125050n],
    ['0,05', 'EUR', 5n],
    ['.5', 'GBP', 50n],
    ['5.', 'GBP', 500n],
    ['007', 'GBP', 700n],
    ['  42 ', 'GBP', 4200n],
    ['-5', 'GBP', -500n],
    ['−5.25', 'GBP', -525n],
    ['- 5', 'GBP', -500n],
    ['+5', 'GBP', 500n],
    ['-0', 'GBP', 0n],
    ['£1,250.00', 'GBP', 125000n],
    ['−£120.00', 'GBP', -12000n],
    ['GBP 12', 'GBP', 1200n],
    ['12 gbp', 'GBP', 1200n],
    ['¥1,250', 'JPY', 1250n],
    ['¥1,250.00', 'CNY', 125000n],
    ['1,250', 'JPY', 1250n],
    ['3,848.070', 'JOD', 3848070n],
    ['3,848.070 د.أ', 'JOD', 3848070n],
    ['1.250', 'JOD', 1250n],
    ['1,250.000', 'JOD', 1250000n],
    ['1250', 'JOD', 1250000n],
    ['0,250', 'JOD', 250n],
    ['١٫٢٥٠', 'JOD', 1250n],
    ['١٬٢٥٠', 'JOD', 1250000n],
    // Arabic-Indic
    ['١٢٣٫٤٥', 'SAR', 12345n],
    ['١٬٢٥٠٫٥٠', 'SAR', 125050n],
    ['١٬٢٥٠', 'SAR', 125000n],
    ['٣٬٨٤٨٫٠٧٠ د.أ', 'JOD', 3848070n],
    ['−٥', 'SAR', -500n],
    ['١٢.٥', 'SAR', 1250n],
    // Persian
    ['۱۲۳٫۴۵', 'USD', 12345n],
    // full width
    ['１２３．４５', 'CNY', 12345n],
    ['１，２５０．５０', 'CNY', 125050n],
    ['－５', 'CNY', -500n],
    // as our own formatter writes it in Arabic
    ['\u2066−1,250.50\u2069', 'GBP', -125050n],
    ['10,000,000,000,000.00', 'GBP', 1000000000000000n],
  ])('"%s" in %s is %s minor units', (text, currency, minor) => {
    expect(parseAmount(text, currency)).toEqual({ ok: true, minor });
  });

  test.each([
    ['', 'GBP', 'empty'],
    ['   ', 'GBP', 'empty'],
    ['abc', 'GBP', 'notANumber'],
    ['£', 'GBP', 'notANumber'],
    ['$5', 'GBP', 'notANumber'],
    ['5 USD', 'GBP', 'notANumber'],
    ['1e3', 'GBP', 'notANumber'],
    ['Infinity', 'GBP', 'notANumber'],
    ['0x10', 'GBP', 'notANumber'],
    ['--5', 'GBP', 'notANumber'],
    ['5-', 'GBP', 'notANumber'],
    ['1.2.3', 'GBP', 'notANumber'],
    ['1,2,3', 'GBP', 'notANumber'],
    ['12,50.3', 'GBP', 'notANumber'],
    ['1,25,0', 'GBP', 'notANumber'],
    ['1,250.000.5', 'GBP', 'notANumber'],
    ['1,250,000.50,1', 'GBP', 'notANumber'],
    ['12 50', 'GBP', 'notANumber'],
    ['٥٬٥', 'SAR', 'notANumber'],
    ['1,250:50', 'GBP', 'notANumber'],
    ['1.255', 'GBP', 'tooManyDecimals'],
    ['0.250', 'GBP', 'tooManyDecimals'],
    ['١٫٢٥٠', 'SAR', 'tooManyDecimals'],
    ['1.250', 'JPY', 'tooManyDecimals'],
    ['1.5', 'JPY', 'tooManyDecimals'],
    ['1.2345', 'JOD', 'tooManyDecimals'],
    ['10,000,000,000,000.01', 'GBP', 'tooLarge'],
    ['-10,000,000,000,000.01', 'GBP', 'tooLarge'],
    ['9'.repeat(61), 'GBP', 'notANumber'],
  ])('"%s" in %s is refused: %s', (text, currency, reason) => {
    expect(parseAmount(text, currency)).toEqual({ ok: false, reason });
  });
});

describe('A typed amount that can be read in two ways, one a thousand times the other, is refused with both', () => {
  test.each([
    ['1.250', 'GBP', '1250', '1.25'],
    ['12.500', 'EUR', '12500', '12.5'],
    ['£1.000', 'GBP', '1000', '1'],
    ['−1.250', 'GBP', '-1250', '-1.25'],
    ['١.٢٥٠', 'SAR', '1250', '1.25'],
    ['1.000', 'JPY', '1000', '1'],
    ['1,250', 'JOD', '1250', '1.250'],
    ['1,250', 'TND', '1250', '1.250'],
  ])('"%s" in %s: %s or %s', (text, currency, whole, fraction) => {
    expect(parseAmount(text, currency)).toEqual({
      ok: false,
      reason: 'ambiguous',
      whole,
      fraction,
    });
    for (const way of [whole, fraction]) expect(parseAmount(way, currency).ok).toBe(true);
  });
});

describe('A typed price or quantity that can be read in two ways is refused with both', () => {
  test.each([
    ['1.250', 0, '1250', '1.25'],
    ['1.255', 0, '1255', '1.2550'],
    ['-1.250', 0, '-1250', '-1.25'],
    ['١.٢٥٠', 0, '1250', '1.25'],
    ['1,250', 3, '1250', '1.250'],
  ])('"%s" with usually %s decimals: %s or %s', (text, decimals, whole, fraction) => {
    const refused = { ok: false, reason: 'ambiguous', whole, fraction };
    expect(readDecimal(text, decimals)).toEqual(refused);
    for (const way of [whole, fraction]) expect(canonicalDecimal(way, decimals)).not.toBeNull();
  });

  test.each([
    ['0.125', 0, '0.125'],
    ['1250.500', 0, '1250.500'],
    ['1.2500', 0, '1.2500'],
    ['1.250', 3, '1.250'],
    ['1,250', 0, '1250'],
    ['١٫٢٥٠', 0, '1.250'],
    ['١٬٢٥٠', 0, '1250'],
  ])('"%s" with usually %s decimals can only be %s', (text, decimals, stored) => {
    expect(readDecimal(text, decimals)).toEqual({ ok: true, text: stored });
  });
});

describe('A typed quantity or rate keeps its decimals', () => {
  test.each([
    ['6.5', '6.5'],
    ['6,5', '6.5'],
    ['٦٫٥', '6.5'],
    ['0.0485', '0.0485'],
    ['2,000', '2000'],
    ['1.2500', '1.2500'],
    ['-0.000', '0.000'],
    ['0,125', '0.125'],
    ['1 000,5', '1000.5'],
  ])('"%s" is stored as %s', (typed, stored) => {
    expect(canonicalDecimal(typed)).toBe(stored);
  });

  test.each([
    ['7.5', '7.5'],
    ['7,5 %', '7.5'],
    ['٧٫٥٪', '7.5'],
    ['２０％', '20'],
    ['7.125', '7.125'],
    ['7,125 %', '7.125'],
    ['19,000%', '19.000'],
  ])('the percentage "%s" is stored as %s', (typed, stored) => {
    expect(canonicalPercent(typed)).toBe(stored);
  });

  test('what is not a number gives nothing', () => {
    expect(canonicalDecimal('six')).toBeNull();
    expect(canonicalPercent('%')).toBeNull();
  });
});
