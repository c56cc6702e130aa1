import { describe, expect, test } from 'vitest';
import { numberOf, patternProblem, periodOf } from '@/lib/businesses/number-pattern';
import { isIban } from '@/lib/businesses/schema';
import { slugOf } from '@/lib/businesses/slug';

describe('The address of a business', () => {
  test.each([
    ['Tidewater Signs', 'tidewater-signs'],
    ['Café Noir & Co.', 'cafe-noir-co'],
    ["O'Neill’s Straße 7", 'oneills-strasse-7'],
    ['  --..--  ', /^business-\w{5}$/],
    ['青禾包装设计', /^business-\w{5}$/],
    ['x'.repeat(90), 'x'.repeat(40)],
  ])('of %s can be read and typed', (name, slug) => {
    if (typeof slug === 'string') expect(slugOf(name)).toBe(slug);
    else expect(slugOf(name)).toMatch(slug);
  });

  test('of an Arabic name is spelt in Latin letters', () => {
    expect(slugOf('شركة النور')).toBe('shrka-alnwr');
  });
});

describe('A number pattern', () => {
  test.each([
    ['INV-{YYYY}-{0000}', null, 'INV-2026-0012', '2026'],
    ['{YY}{MM}/{000}', null, '2603/012', '2026-03'],
    ['R{0}', null, 'R12', ''],
    ['INV-{YYYY}', 'patternRun', '', ''],
    ['{00}-{000}', 'patternRun', '', ''],
    ['{MM}-{000}', 'patternMonth', '', ''],
    ['{DD}-{000}', 'patternText', '', ''],
    ['<b>{000}', 'patternText', '', ''],
  ])('%s', (pattern, problem, number, period) => {
    expect(patternProblem(pattern)).toBe(problem);
    if (problem) return;
    expect(numberOf(pattern, '2026-03-10', 12)).toBe(number);
    expect(periodOf(pattern, '2026-03-10')).toBe(period);
  });
});

test('An IBAN with one wrong digit is noticed', () => {
  expect(isIban('GB82WEST12345698765432')).toBe(true);
  expect(isIban('GB82WEST12345698765431')).toBe(false);
  expect(isIban('DE89370400440532013000')).toBe(true);
});
