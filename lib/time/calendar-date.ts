/**
 * A day on the calendar, 'YYYY-MM-DD', Gregorian, without time or zone. Due dates, issue dates and
 * birthdays are days, not instants: they must not move when a server or a reader changes zone.
 * Plain text order is date order.
 */
export type CalendarDate = string;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

interface Fields {
  year: number;
  month: number;
  day: number;
}

/** Reads 'YYYY-MM-DD' strictly; null for any other shape and for days that do not exist (31 February). */
export function parseCalendarDate(text: string): CalendarDate | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text;
}

/** A day that people mean when they type one, of the years 1900 to 2999: '0026-03-05' is a slip of the keys. */
export function isLikelyDate(value: unknown): value is CalendarDate {
  return typeof value === 'string' && /^(19|2\d)/.test(value) && parseCalendarDate(value) !== null;
}

/** The days of a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return leap ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Year, month (1–12) and day. Throws a RangeError when the text is not a calendar date. */
export function fieldsOf(date: CalendarDate): Fields {
  if (parseCalendarDate(date) === null) throw new RangeError(`Not a calendar date: ${date}`);
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  };
}

/** A date from its parts. Throws a RangeError when that day does not exist. */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (parseCalendarDate(text) === null) throw new RangeError(`Not a calendar date: ${text}`);
  return text;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * The same day of the month `months` later, or that month's last day when it is shorter.
 * A series passes the day it began on as `anchorDay`, so 31 January → 28 February → 31 March.
 */
export function addMonths(date: CalendarDate, months: number, anchorDay?: number): CalendarDate {
  const { year, month, day } = fieldsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = (index % 12) + 1;
  const wanted = anchorDay ?? day;
  return calendarDate(
    targetYear,
    targetMonth,
    Math.min(wanted, daysInMonth(targetYear, targetMonth)),
  );
}

/** Days from `from` to `to`: 1 from today to tomorrow, negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export function isoWeekday(date: CalendarDate): number {
  const fromThursday = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return fromThursday + 1;
}

export function startOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = fieldsOf(date);
  return calendarDate(year, month, 1);
}

export function endOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = fieldsOf(date);
  return calendarDate(year, month, daysInMonth(year, month));
}

export function startOfQuarter(date: CalendarDate): CalendarDate {
  const { year, month } = fieldsOf(date);
  return calendarDate(year, month - ((month - 1) % 3), 1);
}

export function startOfYear(date: CalendarDate): CalendarDate {
  return calendarDate(fieldsOf(date).year, 1, 1);
}

/** The day it is at an instant in an IANA zone. Throws a RangeError for an unknown zone. */
export function todayIn(timeZone: string, now: Date): CalendarDate {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of dayFormat(timeZone).formatToParts(now)) parts[part.type] = part.value;
  return calendarDate(Number(parts.year), Number(parts.month), Number(parts.day));
}

/** For a DATE column: Prisma wants midnight UTC of that day. */
export function toDbDate(date: CalendarDate): Date {
  return new Date(dayNumber(date) * DAY_MS);
}

/** From a DATE column, which Prisma gives as midnight UTC. */
export function fromDbDate(date: Date): CalendarDate {
  return date.toISOString().slice(0, 10);
}

function dayNumber(date: CalendarDate): number {
  const { year, month, day } = fieldsOf(date);
  const instant = new Date(0);
  // Date.UTC would read years below 100 as 19xx.
  instant.setUTCFullYear(year, month - 1, day);
  return instant.getTime() / DAY_MS;
}

function fromDayNumber(number: number): CalendarDate {
  const instant = new Date(number * DAY_MS);
  return calendarDate(instant.getUTCFullYear(), instant.getUTCMonth() + 1, instant.getUTCDate());
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(timeZone: string): Intl.DateTimeFormat {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    dayFormats.set(timeZone, format);
  }
  return format;
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
