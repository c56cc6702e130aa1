import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { LOCALES } from '@/lib/i18n/locale';
import { MESSAGES } from '@/lib/i18n/messages';
import { forms, plural } from '@/lib/i18n/plural';
import { type MessageKey, translator, translatorOf } from '@/lib/i18n/translate';

const messages = {
  en: {
    list: {
      count: '{n, plural, =0 {No invoices} one {# invoice} other {# invoices}}',
      hello: 'Hello {name}',
      only: 'Only in English, {name}',
    },
  },
  ar: {
    list: {
      count:
        '{n, plural, zero {لا فواتير} one {فاتورة واحدة} two {فاتورتان} few {# فواتير} many {# فاتورة} other {# فاتورة}}',
      hello: 'مرحبًا {name}',
    },
  },
  zh: { list: { count: '{n} 张发票', hello: '{name}，您好' } },
};

// These keys exist only in the files above.
const key = (path: string) => path as MessageKey;

describe('Messages', () => {
  test('are said in the language asked for, with their values', () => {
    const t = translatorOf(messages, 'ar');
    expect(t(key('list.hello'), { name: 'رنا' })).toBe('مرحبًا رنا');
    expect(t(key('list.count'), { n: 11n })).toBe('11 فاتورة');
  });

  test('a missing message or value is an error in tests', () => {
    const t = translatorOf(messages, 'ar');
    expect(() => t(key('list.only'), { name: 'x' })).toThrow(/list\.only/);
    expect(() => t(key('list.hello'))).toThrow(/name/);
  });

  test('in production a missing message is said in English and logged', () => {
    vi.stubEnv('NODE_ENV', 'production');
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    try {
      const t = translatorOf(messages, 'ar');
      expect(t(key('list.only'), { name: 'Rana' })).toBe('Only in English, Rana');
      expect(t(key('list.nowhere'))).toBe('list.nowhere');
      expect(log).toHaveBeenCalled();
    } finally {
      log.mockRestore();
      vi.unstubAllEnvs();
    }
  });

  test('a language has one translator', () => {
    expect(translator('zh')).toBe(translator('zh'));
  });

  test('refused amounts are explained in each language', () => {
    const say = (locale: 'en' | 'ar' | 'zh', decimals: number) =>
      translator(locale)('money.errors.tooManyDecimals', { currency: 'XYZ', decimals });
    expect(say('en', 0)).toContain('no decimals');
    expect(say('ar', 2)).toContain('منزلتين');
    expect(say('zh', 3)).toContain('三位小数');
  });
});

test('every message file is in the list of lib/i18n/messages.ts', () => {
  const folder = join(import.meta.dirname, '../../lib/i18n/messages');
  for (const locale of LOCALES) {
    const files = readdirSync(join(folder, locale)).map((file) => file.replace(/\.json$/, ''));
    expect(Object.keys(MESSAGES[locale]).sort()).toEqual(files.sort());
  }
});

describe('A counter in the browser', () => {
  const count = (locale: 'en' | 'ar' | 'zh', n: number) =>
    plural(locale, forms(translatorOf(messages, locale), key('list.count')), n);

  test.each([0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 1000, 12345])(
    'says %i exactly as the server would',
    (n) => {
      for (const locale of ['en', 'ar'] as const) {
        const said = translatorOf(messages, locale)(key('list.count'), { n });
        expect(count(locale, n)).toBe(said);
      }
    },
  );

  test('groups thousands', () => {
    expect(count('zh', 12345)).toBe('12,345 张发票');
    expect(count('en', 1482)).toBe('1,482 invoices');
  });
});
