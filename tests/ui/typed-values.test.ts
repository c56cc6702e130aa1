import { describe, expect, test } from 'vitest';
import { initials } from '@/components/ui/avatar';
import { sumsOf } from '@/components/ui/selection-sums';
import { readTypedDate } from '@/components/ui/typed-date';

describe('A typed date', () => {
  test.each([
    ['2026-11-19', '2026-11-19'],
    ['19/11/2026', '2026-11-19'],
    ['9.1.26', '2026-01-09'],
    ['٢٠٢٦-١١-١٩', '2026-11-19'],
    ['２０２６年１１月９日', '2026-11-09'],
    ['20261119', '2026-11-19'],
    ['19112026', '2026-11-19'],
  ])('%s is read as %s', (typed, date) => {
    expect(readTypedDate(typed)).toBe(date);
  });

  test.each(['', '31/2/2026', 'tomorrow', '2026', '19/11', '99999999'])(
    '"%s" is no day',
    (typed) => {
      expect(readTypedDate(typed)).toBeNull();
    },
  );
});

describe('The sum of the ticked rows', () => {
  const row = (minor: string, currency: string) => `open ${currency} ${minor}`;
  const signs = {
    GBP: { symbol: '£', after: false, decimals: 2 },
    KWD: { symbol: 'د.ك', after: true, decimals: 3 },
    JPY: { symbol: '¥', after: false, decimals: 0 },
  };

  test('is exact and kept apart by currency', () => {
    const rows = [
      row('900719925474099301', 'GBP'),
      row('1', 'GBP'),
      row('5', 'KWD'),
      row('1200', 'JPY'),
    ];
    expect(sumsOf(rows, signs, { open: '{amount}' })).toEqual([
      '\u2066£9,007,199,254,740,993.02\u2069',
      '\u20660.005\u2069\u00a0د.ك',
      '\u2066¥1,200\u2069',
    ]);
  });

  test('puts the minus before the sign', () => {
    expect(sumsOf([row('-12000', 'GBP')], signs, { open: '{amount} open' })).toEqual([
      '\u2066\u2212£120.00\u2069 open',
    ]);
  });

  test('says several figures of a currency in one line', () => {
    const rows = ['invoiced GBP 500;open GBP 200;open JPY 7', undefined, 'invoiced GBP 100'];
    const texts = { invoiced: '{amount} invoiced', open: '{amount} owed' };
    expect(sumsOf(rows, signs, texts)).toEqual([
      '\u2066£6.00\u2069 invoiced · \u2066£2.00\u2069 owed',
      '\u2066¥7\u2069 owed',
    ]);
  });
});

test('Initials are two letters in Latin, one in Arabic and Chinese', () => {
  expect(
    ['Nora Fenwick', 'nora', 'نورة الفيلكاوي', '沈 明', '', 'Anna von Berg'].map(initials),
  ).toEqual(['NF', 'N', 'ن', '沈', '', 'AB']);
});
