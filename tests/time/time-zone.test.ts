import { describe, expect, test } from 'vitest';
import { endOfDay, instantOf, isTimeZone, startOfDay, timeZones } from '@/lib/time/time-zone';

describe('Time zones', () => {
  test('the list holds the places people look for', () => {
    expect(timeZones()).toEqual(expect.arrayContaining(['Asia/Amman', 'Europe/London', 'UTC']));
  });

  test('old names are known, offsets and inventions are not', () => {
    expect(isTimeZone('Europe/London')).toBe(true);
    expect(isTimeZone('Asia/Calcutta')).toBe(true);
    expect(isTimeZone('+02:00')).toBe(false);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(isTimeZone('')).toBe(false);
    expect(isTimeZone(null)).toBe(false);
  });

  test('an invoice due on a day is overdue only when that day is over where the business is', () => {
    expect(endOfDay('2026-04-03', 'Asia/Amman').toISOString()).toBe('2026-04-03T21:00:00.000Z');
    expect(endOfDay('2026-04-03', 'America/Los_Angeles').toISOString()).toBe(
      '2026-04-04T07:00:00.000Z',
    );
  });

  test('a day that clocks change on has its true length', () => {
    const hours = (date: string, zone: string) =>
      (endOfDay(date, zone).getTime() - startOfDay(date, zone).getTime()) / 3_600_000;
    expect(hours('2026-03-29', 'Europe/London')).toBe(23);
    expect(hours('2026-10-25', 'Europe/London')).toBe(25);
    expect(hours('2026-03-04', 'Europe/London')).toBe(24);
  });

  test('a skipped wall time moves forward, a doubled one is the first', () => {
    expect(instantOf('2026-03-29', '01:30', 'Europe/London').toISOString()).toBe(
      '2026-03-29T01:30:00.000Z',
    );
    expect(instantOf('2026-10-25', '01:30', 'Europe/London').toISOString()).toBe(
      '2026-10-25T00:30:00.000Z',
    );
    expect(instantOf('2026-07-01', '09:30', 'Asia/Kathmandu').toISOString()).toBe(
      '2026-07-01T03:45:00.000Z',
    );
  });

  test('where midnight is skipped the day begins an hour later', () => {
    expect(startOfDay('2024-04-26', 'Africa/Cairo').toISOString()).toBe('2024-04-25T22:00:00.000Z');
  });

  test('25 o’clock is no time', () => {
    expect(() => instantOf('2026-03-04', '25:00', 'UTC')).toThrow(RangeError);
  });
});
