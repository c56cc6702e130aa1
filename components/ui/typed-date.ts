import { normaliseDigits } from '@/lib/i18n/digits';
import { type CalendarDate, parseCalendarDate } from '@/lib/time/calendar-date';

/**
 * Reads a date as people type it, in any digits: 2026-11-19, 19/11/2026, 19.11.26, 2026年11月19日, 19112026.
 * Day before month when the year comes last. Two-digit years are of this century. Null when it is no day.
 */
export function readTypedDate(typed: string): CalendarDate | null {
  const parts = normaliseDigits(typed).match(/\d+/g) ?? [];
  const only = parts[0] ?? '';
  if (parts.length === 1 && only.length === 8) {
    return only.startsWith('20') && join(only.slice(0, 4), only.slice(4, 6), only.slice(6))
      ? join(only.slice(0, 4), only.slice(4, 6), only.slice(6))
      : join(only.slice(4), only.slice(2, 4), only.slice(0, 2));
  }
  const [first = '', second = '', third = ''] = parts;
  if (parts.length !== 3) return null;
  if (first.length === 4) return join(first, second, third);
  return join(third.length === 2 ? `20${third}` : third, second, first);
}

function join(year: string, month: string, day: string): CalendarDate | null {
  return parseCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
