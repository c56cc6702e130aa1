import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURRENCIES, exponent } from '@/lib/money/currencies';
import { compare, decimal } from '@/lib/money/decimal';
import { parseAmount, toDecimalText } from '@/lib/money/money';
import { readDecimal, tidyDigits, typable } from '@/lib/money/parse-decimal';

/** How figures are written: what groups, what parts the decimals, and from which zero the digits count. */
const HANDS = [
  { name: 'English', group: ',', point: '.', zero: '0' },
  { name: 'German', group: '.', point: ',', zero: '0' },
  { name: 'French', group: '\u202f', point: ',', zero: '0' },
  { name: 'Swiss', group: '’', point: '.', zero: '0' },
  { name: 'Arabic', group: '٬', point: '٫', zero: '٠' },
  { name: 'Persian', group: '٬', point: '٫', zero: '۰' },
  { name: 'Chinese full width', group: '，', point: '．', zero: '０' },
  { name: 'ungrouped', group: '', point: '.', zero: '0' },
];

type Hand = (typeof HANDS)[number];

function write(plain: string, { group, point, zero }: Hand): string {
  const [whole = '', fraction] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const text = fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
  const first = zero.codePointAt(0) ?? 0;
  return text.replace(/\d/g, (digit) => String.fromCodePoint(first + Number(digit)));
}

const hands = fc.constantFrom(...HANDS);
const currencies = fc.constantFrom(...CURRENCIES);
const decimals = fc
  .tuple(fc.nat({ max: 9_999_999 }), fc.option(fc.stringMatching(/^\d{1,6}$/)))
  .map(([whole, fraction]) => (fraction === null ? String(whole) : `${whole}.${fraction}`));

describe('However a figure is written', () => {
  it('an amount with its currency’s decimals is read exactly, or refused for being ambiguous', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        currencies,
        hands,
        (minor, currency, hand) => {
          const typed = write(toDecimalText(minor, currency), hand);
          const parsed = parseAmount(typed, currency);
          if (parsed.ok) expect(parsed.minor).toBe(minor);
          else expect(parsed.reason).toMatch(/ambiguous|tooManyDecimals/);
          // Only where thousands look like decimals can it be refused.
          if (!parsed.ok) expect(typed).toMatch(/^\d{1,3}[.,]\d{3}$/);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('a price or quantity never becomes smaller than it was written', () => {
    fc.assert(
      fc.property(decimals, fc.constantFrom(0, 2, 3), hands, (plain, usual, hand) => {
        // With a decimal comma three decimals look like thousands: that is read as everywhere on our pages.
        fc.pre(!(usual !== 3 && hand.point === ',' && /^[1-9]\d{0,2}\.\d{3}$/.test(plain)));
        // In dinars a point has three decimals after it.
        fc.pre(!(usual === 3 && hand.group === '.' && /^\d{4,6}$/.test(plain)));
        const reading = readDecimal(write(plain, hand), usual);
        if (reading.ok) expect(compare(decimal(reading.text), decimal(plain))).toBe(0);
        else expect(reading.reason).toBe('ambiguous');
      }),
      { numRuns: 2_000 },
    );
  });

  it('an ambiguous one can be written in both the ways it is refused with', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.stringMatching(/^\d{3}$/), (whole, rest) => {
        for (const [mark, usual] of [
          ['.', 0],
          [',', 3],
        ] as const) {
          const reading = readDecimal(`${whole}${mark}${rest}`, usual);
          if (reading.ok || reading.reason !== 'ambiguous') throw new Error('not ambiguous');
          const read = [reading.whole, reading.fraction].map((way) => {
            const again = readDecimal(way, usual);
            return again.ok ? decimal(again.text) : null;
          });
          expect(read[0] && compare(read[0], decimal(`${whole}${rest}`))).toBe(0);
          expect(read[1] && compare(read[1], decimal(`${whole}.${rest}`))).toBe(0);
        }
      }),
    );
  });

  it('what is stored comes back out of its field as it was', () => {
    fc.assert(
      fc.property(decimals, fc.constantFrom(0, 2, 3), (stored, usual) => {
        const reading = readDecimal(typable(stored, usual), usual);
        expect(reading.ok && compare(decimal(reading.text), decimal(stored))).toBe(0);
      }),
    );
  });

  it('tidying its digits changes nothing of how it is read', () => {
    fc.assert(
      fc.property(decimals, fc.constantFrom(0, 3), hands, (plain, usual, hand) => {
        const typed = write(plain, hand);
        expect(readDecimal(tidyDigits(typed), usual)).toEqual(readDecimal(typed, usual));
      }),
    );
  });

  it.each(CURRENCIES)('%s comes back from a field as it was written into it', (currency) => {
    for (const minor of [0n, 5n, 1250n, 125_000n, 1_250_000n, -1250n]) {
      expect(parseAmount(toDecimalText(minor, currency), currency)).toEqual({ ok: true, minor });
    }
    expect(exponent(currency)).toBeLessThanOrEqual(3);
  });
});
