import { describe, expect, test } from 'vitest';
import { acceptedLocale } from '@/lib/pages/wanted-locale';

describe('The language of a reader nobody knows yet', () => {
  test.each([
    ['', 'en'],
    ['ar', 'ar'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['fr-FR,fr;q=0.9,ar;q=0.5,en;q=0.4', 'ar'],
    ['en;q=0.2, zh;q=0.7', 'zh'],
    ['de,fr', 'en'],
    ['ar;q=0,zh', 'zh'],
    ['*', 'en'],
  ])('is read from "%s" as %s', (header, locale) => {
    expect(acceptedLocale(header)).toBe(locale);
  });

  test('is English when the header is noise', () => {
    expect(acceptedLocale(`${'x,'.repeat(10_000)}ar`)).toBe('en');
    expect(acceptedLocale('ar;q=abc')).toBe('ar');
  });
});
