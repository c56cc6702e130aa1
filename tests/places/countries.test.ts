import { expect, test } from 'vitest';
import {
  COUNTRIES,
  countries,
  countryInSentence,
  countryName,
  isCountry,
} from '@/lib/places/countries';

test('there are 249 countries, each once, each with a name in three languages', () => {
  expect(COUNTRIES).toHaveLength(249);
  expect(new Set(COUNTRIES).size).toBe(249);
  for (const locale of ['en', 'ar', 'zh'] as const) {
    expect(countries(locale)).toHaveLength(249);
    for (const { code, name } of countries(locale)) expect(name, code).not.toBe(code);
  }
});

test.each([
  ['SA', 'Saudi Arabia', 'المملكة العربية السعودية', '沙特阿拉伯'],
  ['GB', 'United Kingdom', 'المملكة المتحدة', '英国'],
  ['HK', 'Hong Kong', 'هونغ كونغ', '香港'],
])('%s is called %s, %s, %s', (code, en, ar, zh) => {
  expect([countryName(code, 'en'), countryName(code, 'ar'), countryName(code, 'zh')]).toEqual([
    en,
    ar,
    zh,
  ]);
});

test('in a sentence the United Kingdom is the UK', () => {
  expect(countryInSentence('GB', 'en')).toBe('the UK');
  expect(countryInSentence('DE', 'en')).toBe('Germany');
  expect(countryInSentence('GB', 'zh')).toBe('英国');
});

test('the list is in the order of the reader’s language, accents and all', () => {
  const english = countries('en').map(({ code }) => code);
  expect(english.slice(0, 3)).toEqual(['AF', 'AX', 'AL']);
  expect(english.at(-1)).toBe('ZW');
});

test('what is no country stays what it was', () => {
  expect(isCountry('XX')).toBe(false);
  expect(isCountry('gb')).toBe(false);
  expect(countryName('XX', 'en')).toBe('XX');
  expect(countryName('', 'en')).toBe('');
});
