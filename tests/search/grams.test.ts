import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grams, queryGrams } from '@/lib/search/grams';
import { normalise } from '@/lib/search/normalise';

function finds(record: string, typed: string): boolean {
  const has = new Set(grams(record));
  const wanted = queryGrams(typed);
  return wanted.length > 0 && wanted.every((gram) => has.has(gram));
}

describe('a client is found by what people type', () => {
  test.each([
    ['Meadow & Main Ltd', 'm'],
    ['Meadow & Main Ltd', 'me'],
    ['Meadow & Main Ltd', 'mead'],
    ['Meadow & Main Ltd', 'eado'],
    ['Meadow & Main Ltd', 'main mea'],
    ['hannah@meadowandmain.example', 'hannah@meadow'],
    ['INV-2026-0042', '0042'],
    ['INV-2026-0042', 'inv-2026'],
    ['شركة الأمل للتجارة', 'الامل'],
    ['شركة الأمل للتجارة', 'شركه'],
    ['مُحَمَّد', 'م'],
    ['مُحَمَّد', 'محم'],
    ['青禾包装设计（杭州）有限公司', '青'],
    ['青禾包装设计（杭州）有限公司', '杭州'],
    ['青禾包装设计（杭州）有限公司', '包装设'],
    ['青禾包装设计（杭州）有限公司', '设计 青禾'],
    ['ABC贸易 شركة', 'abc贸易'],
    ['ABC贸易 شركة', 'شرك 贸'],
    ['Zoë 王小明', 'zoe 小明'],
  ])('%s by %s', (record, typed) => expect(finds(record, typed)).toBe(true));

  test.each([
    ['Meadow & Main Ltd', 'x'],
    ['Meadow & Main Ltd', 'ow'],
    ['Meadow & Main Ltd', 'meadows'],
    ['青禾包装', '禾青'],
    ['شركة الأمل', 'العمل'],
    ['Meadow', ''],
    ['Meadow', '—'],
  ])('%s not by %s', (record, typed) => expect(finds(record, typed)).toBe(false));
});

test('a Han run gives single characters and pairs, a word gives its beginning and threes', () => {
  expect(grams('北京市')).toEqual(['北', '北京', '京', '京市', '市']);
  expect(grams('Acme')).toEqual([' a', ' ac', 'acm', 'cme']);
  expect(grams('Li', null, undefined, '')).toEqual([' l', ' li']);
});

test('however long a record is, it has at most 400 grams and a query at most 32', () => {
  const long = Array.from(
    { length: 3000 },
    (_, at) => `word${at} 字${String.fromCodePoint(0x4e00 + at)}`,
  );
  expect(grams(long.join(' '))).toHaveLength(400);
  expect(queryGrams(long.join(' ')).length).toBeLessThanOrEqual(32);
});

test('any part of three letters or more finds the record it was cut from', () => {
  const word = fc.stringMatching(/^[a-z0-9أبتة]{3,12}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.nat(),
      fc.nat(),
      (words, which, from) => {
        const folded = normalise(words[which % words.length] ?? '');
        fc.pre(folded.length >= 3);
        const start = from % (folded.length - 2);
        return finds(words.join(' '), folded.slice(start, start + 3));
      },
    ),
  );
});
