import { describe, expect, test } from 'vitest';
import { formatter } from '@/lib/i18n/format';
import {
  direction,
  htmlLang,
  isLocale,
  LOCALES,
  type Locale,
  languageTag,
} from '@/lib/i18n/locale';
import { formatMoney, groupDecimalText, moneyParts } from '@/lib/money/format-money';

const now = () => new Date('2026-03-18T10:00:00Z');
const english = formatter({ locale: 'en', timeZone: 'Europe/London', now });
const jordanian = formatter({ locale: 'ar', timeZone: 'Asia/Amman', country: 'JO', now });
const chinese = formatter({ locale: 'zh', timeZone: 'Asia/Shanghai', now });

/** Without isolates and with plain spaces, as a reader sees it. */
const seen = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replace(/\u00a0/g, ' ');

describe('Money is written as the reader expects', () => {
  const table: [Locale, string, string, string][] = [
    ['en', 'GBP', '£1,250.00', '−£1,250.00'],
    ['en', 'EUR', '€1,250.00', '−€1,250.00'],
    ['en', 'USD', '$1,250.00', '−$1,250.00'],
    ['en', 'JPY', '¥125,000', '−¥125,000'],
    ['en', 'JOD', 'JOD 125.000', '−JOD 125.000'],
    ['en', 'KWD', 'KWD 125.000', '−KWD 125.000'],
    ['en', 'CNY', 'CN¥1,250.00', '−CN¥1,250.00'],
    ['en', 'SAR', 'SAR 1,250.00', '−SAR 1,250.00'],
    ['ar', 'GBP', '£1,250.00', '−£1,250.00'],
    ['ar', 'EUR', '€1,250.00', '−€1,250.00'],
    ['ar', 'USD', '$1,250.00', '−$1,250.00'],
    ['ar', 'JPY', '¥125,000', '−¥125,000'],
    ['ar', 'JOD', '125.000 د.أ', '−125.000 د.أ'],
    ['ar', 'KWD', '125.000 د.ك', '−125.000 د.ك'],
    ['ar', 'CNY', 'CN¥1,250.00', '−CN¥1,250.00'],
    ['ar', 'SAR', '1,250.00 ر.س', '−1,250.00 ر.س'],
    ['zh', 'GBP', '£1,250.00', '−£1,250.00'],
    ['zh', 'EUR', '€1,250.00', '−€1,250.00'],
    ['zh', 'USD', 'US$1,250.00', '−US$1,250.00'],
    ['zh', 'JPY', 'JP¥125,000', '−JP¥125,000'],
    ['zh', 'JOD', 'JOD 125.000', '−JOD 125.000'],
    ['zh', 'KWD', 'KWD 125.000', '−KWD 125.000'],
    ['zh', 'CNY', '¥1,250.00', '−¥1,250.00'],
    ['zh', 'SAR', 'SAR 1,250.00', '−SAR 1,250.00'],
  ];

  test.each(table)('in %s, %s: %s and %s', (locale, currency, positive, negative) => {
    expect(seen(formatMoney(125000n, currency, locale))).toBe(positive);
    expect(seen(formatMoney(-125000n, currency, locale))).toBe(negative);
  });

  test('the space between code and digits never breaks', () => {
    expect(formatMoney(100n, 'CHF', 'en')).toBe('CHF\u00a01.00');
    expect(formatMoney(3848070n, 'JOD', 'ar')).toBe('\u20663,848.070\u2069\u00a0د.أ');
  });

  test('in Arabic the minus and the digits stand in one left-to-right isolate', () => {
    expect(formatMoney(-800000n, 'JOD', 'ar')).toBe('\u2066−800.000\u2069\u00a0د.أ');
    expect(formatMoney(-12000n, 'GBP', 'ar')).toBe('\u2066−£120.00\u2069');
  });

  test('zero has all its decimals and no sign', () => {
    expect(formatMoney(0n, 'GBP', 'en')).toBe('£0.00');
    expect(formatMoney(0n, 'JPY', 'en')).toBe('¥0');
    expect(formatMoney(0n, 'KWD', 'en', { symbol: false, plus: true })).toBe('0.000');
  });

  test('any size is exact to the last digit', () => {
    const huge = 123456789012345678901234567890n;
    expect(formatMoney(huge, 'GBP', 'en')).toBe('£1,234,567,890,123,456,789,012,345,678.90');
    expect(formatMoney('9007199254740993', 'JPY', 'en')).toBe('¥9,007,199,254,740,993');
    expect(formatMoney(-1n, 'KWD', 'en', { symbol: false })).toBe('−0.001');
  });

  test('HUF keeps its two decimals, whatever spoken custom says', () => {
    expect(seen(formatMoney(125050n, 'HUF', 'en'))).toBe('HUF 1,250.50');
  });

  test('the pieces let a screen set the dinar smaller', () => {
    expect(moneyParts(-3848070n, 'JOD', 'ar')).toEqual({
      minus: '−',
      symbol: 'د.أ',
      digits: '3,848.070',
      symbolAfter: true,
      gap: '\u00a0',
    });
    expect(english.moneyParts(125000n, 'GBP')).toEqual({
      minus: '',
      symbol: '£',
      digits: '1,250.00',
      symbolAfter: false,
      gap: '',
    });
  });

  test('options: no currency, a plus, no empty decimals', () => {
    expect(english.moneyPlain(-12000n, 'GBP')).toBe('−120.00');
    expect(english.money(12000n, 'GBP', { plus: true })).toBe('+£120.00');
    expect(english.money(12000n, 'GBP', { trimZeros: true })).toBe('£120');
    expect(english.money(12050n, 'GBP', { trimZeros: true })).toBe('£120.50');
  });
});

describe('Dates and times', () => {
  test('the drawn examples', () => {
    expect(english.date('2026-04-03', 'long')).toBe('3 April 2026');
    expect(english.date('2026-03-04')).toBe('4 Mar 2026');
    expect(english.date('2026-03-04', 'short')).toBe('4 Mar');
    expect(jordanian.date('2026-04-03', 'long')).toBe('3 نيسان 2026');
    expect(jordanian.date('2026-03-04', 'short')).toBe('4 آذار');
    expect(chinese.date('2026-11-18', 'short')).toBe('11月18日');
    expect(chinese.date('2026-11-18', 'long')).toBe('2026年11月18日');
  });

  test('a short date names the year when it is another one', () => {
    expect(english.date('2025-12-09', 'short')).toBe('9 Dec 2025');
  });

  test('Saudi dates are Gregorian with Latin digits', () => {
    const saudi = formatter({ locale: 'ar', timeZone: 'Asia/Riyadh', country: 'SA', now });
    expect(saudi.date('2026-04-03', 'long')).toBe('3 أبريل 2026');
  });

  test('ranges say once what both ends share', () => {
    expect(english.dateRange('2026-02-12', '2026-02-14')).toBe('12–14 Feb 2026');
    expect(english.dateRange('2026-02-12', '2026-03-04')).toBe('12 Feb – 4 Mar 2026');
    expect(english.dateRange('2025-12-12', '2026-03-04')).toBe('12 Dec 2025 – 4 Mar 2026');
    expect(english.dateRange('2026-02-12', '2026-02-12')).toBe('12 Feb 2026');
    expect(jordanian.dateRange('2026-02-12', '2026-03-04')).toBe('12 شباط – 4 آذار 2026');
    expect(chinese.dateRange('2026-02-12', '2026-02-14')).toBe('2026年2月12日至14日');
    expect(chinese.dateRange('2026-02-12', '2026-03-04')).toBe('2026年2月12日至3月4日');
    expect(chinese.dateRange('2025-02-12', '2026-03-04')).toBe('2025年2月12日至2026年3月4日');
  });

  test('an instant is told in the zone of the business', () => {
    const instant = new Date('2026-12-31T22:30:00Z');
    expect(english.instant(instant)).toBe('31 Dec 2026, 22:30');
    expect(jordanian.instant(instant)).toBe('1 كانون الثاني 2027، 01:30');
    expect(chinese.instant(instant)).toBe('2027年1月1日 06:30');
    expect(english.time(instant)).toBe('22:30');
    expect(english.instantDate(instant, 'long')).toBe('31 December 2026');
    expect(jordanian.instantDate(instant, 'long')).toBe('1 كانون الثاني 2027');
  });

  test('months and weekdays by name', () => {
    expect(english.month('2026-02-12')).toBe('February 2026');
    expect(chinese.month('2026-02-12')).toBe('2026年2月');
    expect(english.weekday('2026-12-19')).toBe('Saturday');
    expect(jordanian.weekday('2026-12-19')).toBe('السبت');
  });

  test('what has just happened is told by how long ago', () => {
    const ago = (text: string) => english.ago(new Date(text));
    expect(ago('2026-03-18T09:59:40Z')).toBe('now');
    expect(ago('2026-03-18T09:48:00Z')).toBe('12 minutes ago');
    expect(ago('2026-03-18T08:00:00Z')).toBe('2 hours ago');
    expect(ago('2026-03-17T09:00:00Z')).toBe('yesterday');
    expect(ago('2026-03-14T09:00:00Z')).toBe('4 days ago');
    expect(ago('2026-03-04T09:00:00Z')).toBe('4 Mar');
    expect(jordanian.ago(new Date('2026-03-18T08:00:00Z'))).toBe('قبل ساعتين');
    expect(chinese.ago(new Date('2026-03-18T08:00:00Z'))).toBe('2小时前');
  });
});

describe('Numbers and the rest', () => {
  test('numbers are grouped and never rounded', () => {
    expect(english.number(2000)).toBe('2,000');
    expect(english.number('0.0485')).toBe('0.0485');
    expect(english.number(-1234.5)).toBe('−1,234.5');
    expect(english.number(12345678901234567890n)).toBe('12,345,678,901,234,567,890');
    expect(english.number(1e21)).toBe('1,000,000,000,000,000,000,000');
    expect(jordanian.number(2000)).toBe('2,000');
    expect(jordanian.number(-5)).toBe('\u2066−5\u2069');
    expect(() => english.number(Number.NaN)).toThrow(RangeError);
    expect(() => groupDecimalText('1,5')).toThrow(RangeError);
  });

  test('percentages lose the zeros a column adds', () => {
    expect(english.percent('20')).toBe('20%');
    expect(english.percent('20.0000')).toBe('20%');
    expect(english.percent('7.50')).toBe('7.5%');
    expect(english.percent('100')).toBe('100%');
    expect(english.percent('-10')).toBe('−10%');
    expect(jordanian.percent('16')).toBe('\u206616%\u2069');
  });

  test('lists, file sizes and days', () => {
    expect(english.list(['a', 'b', 'c'])).toBe('a, b and c');
    expect(chinese.list(['a', 'b', 'c'])).toBe('a、b和c');
    expect(seen(english.fileSize(14_200))).toBe('14 KB');
    expect(seen(english.fileSize(999))).toBe('999 B');
    expect(seen(english.fileSize(999_700))).toBe('1 MB');
    expect(seen(english.fileSize(1_234_567))).toBe('1.2 MB');
    expect(seen(jordanian.fileSize(14_200))).toBe('14 كيلوبايت');
    expect(english.days(1)).toBe('1 day');
    expect(english.days(30)).toBe('30 days');
    expect(jordanian.days(2)).toBe('يومان');
    expect(jordanian.days(12)).toBe('12 يومًا');
    expect(chinese.days(30)).toBe('30天');
  });

  test('no formatter writes anything but Latin digits', () => {
    const countries = ['EG', 'SA', 'AE', 'JO', 'MA', null];
    for (const country of countries) {
      const f = formatter({ locale: 'ar', timeZone: 'Africa/Cairo', country, now });
      const all = [
        f.money(1234567n, 'EGP'),
        f.date('2026-04-03', 'long'),
        f.instant(now()),
        f.ago(new Date('2026-03-14T09:00:00Z')),
        f.number(1234),
        f.days(12),
        f.fileSize(14_200),
      ];
      expect(all.join(' ')).not.toMatch(/[٠-٩۰-۹]/);
    }
  });
});

describe('Languages', () => {
  test('three of them, one from right to left', () => {
    expect(LOCALES.map(direction)).toEqual(['ltr', 'rtl', 'ltr']);
    expect(LOCALES.map(htmlLang)).toEqual(['en', 'ar', 'zh-CN']);
    expect(isLocale('ar')).toBe(true);
    expect(isLocale('fr')).toBe(false);
    expect(isLocale(undefined)).toBe(false);
  });

  test('a country that is none changes nothing', () => {
    expect(languageTag('ar', 'x')).toBe(languageTag('ar'));
    expect(languageTag('en', 'US')).toBe('en-GB');
  });
});
