import {
  formatMoney,
  groupDecimalText,
  isolateDigits,
  type MinorUnits,
  type MoneyOptions,
  type MoneyParts,
  moneyParts,
} from '@/lib/money/format-money';
import { type CalendarDate, fieldsOf, toDbDate, todayIn } from '@/lib/time/calendar-date';
import { type Clock, systemClock } from '@/lib/time/clock';
import { type Locale, languageTag } from './locale';

/** long: '3 April 2026'; medium: '3 Apr 2026'; short: '3 Apr', with the year only when it isn't this one. */
export type DateStyle = 'long' | 'medium' | 'short';

/** Writes figures for a reader of one language, in one zone. Digits are always Latin. */
export interface Formatter {
  locale: Locale;
  timeZone: string;
  /** '£1,250.00', '−£120.00', '3,848.070 د.أ'. */
  money(minor: MinorUnits, currency: string, options?: MoneyOptions): string;
  /** Without the currency: '1,250.00'. */
  moneyPlain(minor: MinorUnits, currency: string): string;
  moneyParts(minor: MinorUnits, currency: string, options?: MoneyOptions): MoneyParts;
  /** The default style is 'medium'. */
  date(date: CalendarDate, style?: DateStyle): string;
  /** '12–14 Feb 2026', '12 Feb – 4 Mar 2026'. */
  dateRange(from: CalendarDate, to: CalendarDate): string;
  /** 'February 2026'. */
  month(date: CalendarDate): string;
  /** 'Saturday'. */
  weekday(date: CalendarDate): string;
  /** Day and time of an instant in the zone: '12 Feb 2026, 14:05'. */
  instant(instant: Date): string;
  /** The time of an instant in the zone: '14:05'. */
  time(instant: Date): string;
  /** The calendar day of an instant in the zone. */
  instantDate(instant: Date, style?: DateStyle): string;
  /** 'just now', '12 minutes ago', '2 hours ago'; 'yesterday'; older than six days the short date. */
  ago(instant: Date): string;
  /** A whole number or decimal text, grouped and otherwise unchanged: '2,000', '0.0485'. */
  number(value: number | bigint | string): string;
  /** Percent text ('7.50') as '7.5%'. */
  percent(percent: string): string;
  /** 'a, b and c'. */
  list(items: readonly string[]): string;
  /** '14 KB', '1.2 MB' (1 KB is 1,000 bytes). */
  fileSize(bytes: number): string;
  /** '1 day', '30 days', in the right plural. */
  days(days: number): string;
}

export interface FormatterOptions {
  locale: Locale;
  /** IANA name, 'Europe/London'. */
  timeZone: string;
  /** Where the reader or the business is; decides Arabic month names. */
  country?: string | null;
  now?: Clock;
}

export function formatter(options: FormatterOptions): Formatter {
  const { locale, timeZone, country, now = systemClock } = options;
  const tag = languageTag(locale, country);
  // A calendar date is formatted at midnight UTC in UTC, so no zone can move it.
  const day = (date: CalendarDate, format: Intl.DateTimeFormatOptions) =>
    dateFormat(tag, { ...format, timeZone: 'UTC' }).format(toDbDate(date));

  const date = (value: CalendarDate, style: DateStyle = 'medium'): string => {
    const thisYear = style === 'short' && sameYear(value, todayIn(timeZone, now()));
    return day(value, thisYear ? DAY_MONTH : style === 'long' ? LONG : MEDIUM);
  };

  const number = (value: number | bigint | string): string => {
    const text = groupDecimalText(typeof value === 'number' ? plainText(value) : String(value));
    return /^\d/.test(text) ? text : isolateDigits(text, locale);
  };

  return {
    locale,
    timeZone,
    money: (minor, currency, money) => formatMoney(minor, currency, locale, money),
    moneyPlain: (minor, currency) => formatMoney(minor, currency, locale, { symbol: false }),
    moneyParts: (minor, currency, money) => moneyParts(minor, currency, locale, money),
    date,
    dateRange: (from, to) => dateRange(locale, from, to, day),
    month: (value) => day(value, { month: 'long', year: 'numeric' }),
    weekday: (value) => day(value, { weekday: 'long' }),
    instant: (instant) => dateFormat(tag, { ...MEDIUM, ...TIME, timeZone }).format(instant),
    time: (instant) => dateFormat(tag, { ...TIME, timeZone }).format(instant),
    instantDate: (instant, style) => date(todayIn(timeZone, instant), style),
    ago: (instant) => {
      const seconds = Math.round((instant.getTime() - now().getTime()) / 1000);
      const relative = (value: number, unit: Intl.RelativeTimeFormatUnit) =>
        relativeFormat(tag).format(value, unit);
      if (Math.abs(seconds) < 60) return relative(0, 'second');
      if (Math.abs(seconds) < 3600) return relative(Math.trunc(seconds / 60), 'minute');
      const today = todayIn(timeZone, now());
      const then = todayIn(timeZone, instant);
      const days = Math.round((toDbDate(then).getTime() - toDbDate(today).getTime()) / 86_400_000);
      if (days === 0 || Math.abs(seconds) < 6 * 3600) {
        return relative(Math.trunc(seconds / 3600), 'hour');
      }
      return Math.abs(days) <= 6 ? relative(days, 'day') : date(then, 'short');
    },
    number,
    percent: (percent) => isolateDigits(`${groupDecimalText(trimZeros(percent))}%`, locale),
    list: (items) => listFormat(tag).format(items),
    fileSize: (bytes) => fileSize(bytes, locale),
    days: (days) =>
      numberFormat(tag, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(days),
  };
}

const LONG = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const MEDIUM = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const DAY_MONTH = { day: 'numeric', month: 'short' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

function dateRange(
  locale: Locale,
  from: CalendarDate,
  to: CalendarDate,
  day: (date: CalendarDate, format: Intl.DateTimeFormatOptions) => string,
): string {
  if (from === to) return day(from, MEDIUM);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  if (locale === 'zh') {
    const end = sameMonth
      ? `${fieldsOf(to).day}日`
      : day(to, sameYear(from, to) ? DAY_MONTH : MEDIUM);
    return `${day(from, MEDIUM)}至${end}`;
  }
  if (sameMonth) return `${fieldsOf(from).day}–${day(to, MEDIUM)}`;
  return `${day(from, sameYear(from, to) ? DAY_MONTH : MEDIUM)} – ${day(to, MEDIUM)}`;
}

function fileSize(bytes: number, locale: Locale): string {
  const units =
    locale === 'ar' ? ['بايت', 'كيلوبايت', 'ميغابايت', 'غيغابايت'] : ['B', 'KB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  // 999.5 would be written as 1,000 of the smaller unit.
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const rounded = size < 10 && unit > 1 ? size.toFixed(1).replace(/\.0$/, '') : size.toFixed(0);
  return `${groupDecimalText(rounded)}\u00a0${units[unit]}`;
}

function sameYear(a: CalendarDate, b: CalendarDate): boolean {
  return a.slice(0, 4) === b.slice(0, 4);
}

/** A float as decimal text; Intl writes out what String() would give with an exponent. */
function plainText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a number to show: ${value}`);
  const text = String(value);
  return text.includes('e')
    ? numberFormat('en', { useGrouping: false, maximumFractionDigits: 20 }).format(value)
    : text;
}

function trimZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

// Making an Intl object costs more than using it a thousand times.
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();
const listFormats = new Map<string, Intl.ListFormat>();

function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dateFormats, tag + JSON.stringify(options), () => {
    return new Intl.DateTimeFormat(tag, options);
  });
}

function numberFormat(tag: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numberFormats, tag + JSON.stringify(options), () => {
    return new Intl.NumberFormat(tag, options);
  });
}

function relativeFormat(tag: string): Intl.RelativeTimeFormat {
  return kept(relativeFormats, tag, () => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
}

function listFormat(tag: string): Intl.ListFormat {
  return kept(listFormats, tag, () => new Intl.ListFormat(tag, { type: 'conjunction' }));
}

function kept<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}
