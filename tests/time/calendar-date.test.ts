import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  fromDbDate,
  isLikelyDate,
  isoWeekday,
  parseCalendarDate,
  startOfMonth,
  startOfQuarter,
  startOfYear,
  toDbDate,
  todayIn,
} from '@/lib/time/calendar-date';

const dates = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('A calendar date', () => {
  test.each(['2026-02-12', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    '%s exists',
    (text) => expect(parseCalendarDate(text)).toBe(text),
  );

  test.each([
    '2026-02-31',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '',
  ])('"%s" is refused', (text) => expect(parseCalendarDate(text)).toBeNull());

  test('only text can be one', () => {
    expect(isLikelyDate(new Date())).toBe(false);
    expect(isLikelyDate('2026-03-04')).toBe(true);
  });

  test.each(['0001-01-01', '0026-03-04', '1899-12-31', '3000-01-01', '9999-12-31', '2026-02-31'])(
    '%s is not what anybody means',
    (text) => expect(isLikelyDate(text)).toBe(false),
  );

  test.each(['1900-01-01', '2999-12-31'])('%s may be meant', (text) => {
    expect(isLikelyDate(text)).toBe(true);
  });

  test('days are counted over months, years and leap days', () => {
    expect(addDays('2026-03-04', 30)).toBe('2026-04-03');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-03-04', '2026-04-03')).toBe(30);
    expect(daysBetween('2026-04-03', '2026-03-04')).toBe(-30);
  });

  test('adding days and counting them agree', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -40000, max: 40000 }), (date, days) => {
        const later = addDays(date, days);
        expect(daysBetween(date, later)).toBe(days);
      }),
    );
  });

  test('a monthly series from 31 January keeps to month ends and comes back to the 31st', () => {
    const series = [0, 1, 2, 3, 13].map((months) => addMonths('2026-01-31', months));
    expect(series).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2027-02-28']);
    expect(addMonths('2026-02-28', 1, 31)).toBe('2026-03-31');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2026-03-31', -13)).toBe('2025-02-28');
  });

  test('weeks begin on Monday', () => {
    expect(isoWeekday('2026-12-19')).toBe(6);
    expect(isoWeekday('1970-01-01')).toBe(4);
    expect(isoWeekday('1969-12-29')).toBe(1);
    expect(isoWeekday('2026-11-22')).toBe(7);
  });

  test('months, quarters and years have their ends', () => {
    expect(startOfMonth('2026-02-12')).toBe('2026-02-01');
    expect(endOfMonth('2026-02-12')).toBe('2026-02-28');
    expect(startOfQuarter('2026-11-22')).toBe('2026-10-01');
    expect(startOfQuarter('2026-03-31')).toBe('2026-01-01');
    expect(startOfYear('2026-11-22')).toBe('2026-01-01');
  });

  test('today depends on the zone, not on the server', () => {
    const now = new Date('2026-12-31T22:30:00Z');
    expect(todayIn('Europe/London', now)).toBe('2026-12-31');
    expect(todayIn('Asia/Amman', now)).toBe('2027-01-01');
    expect(todayIn('Asia/Shanghai', now)).toBe('2027-01-01');
    expect(todayIn('America/Los_Angeles', now)).toBe('2026-12-31');
    expect(() => todayIn('Mars/Olympus', now)).toThrow(RangeError);
  });

  test('a date column gives back the day it was given', () => {
    expect(toDbDate('2026-03-04').toISOString()).toBe('2026-03-04T00:00:00.000Z');
    fc.assert(fc.property(dates, (date) => fromDbDate(toDbDate(date)) === date));
  });

  test('what is not a date is never computed with', () => {
    expect(() => addDays('2026-02-31', 1)).toThrow(RangeError);
    expect(() => toDbDate('soon')).toThrow(RangeError);
  });
});
