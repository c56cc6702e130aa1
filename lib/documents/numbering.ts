import { Refused } from '@/lib/actions/refused';
import { type CalendarDate, fieldsOf } from '@/lib/time/calendar-date';

const TOKEN = /\{(YYYY|YY|MM|0+)\}/g;

/**
 * Refuses a pattern that could not give unique numbers: exactly one run of zeros in braces (`{0000}`),
 * a month only together with a year, no other braces, at most 40 characters of letters, digits and - / . _ #.
 */
export function checkPattern(pattern: string): void {
  const runs = pattern.match(/\{0+\}/g) ?? [];
  const rest = pattern.replace(TOKEN, '');
  if (runs.length !== 1) throw new Refused('settings.errors.patternRun', {}, 'pattern');
  if (/\{MM\}/.test(pattern) && !/\{YY(YY)?\}/.test(pattern)) {
    throw new Refused('settings.errors.patternMonth', {}, 'pattern');
  }
  if (pattern.length > 40 || !/^[\p{L}\p{N}\-/._# ]*$/u.test(rest)) {
    throw new Refused('settings.errors.patternText', {}, 'pattern');
  }
}

/** The period in which the count of a pattern runs: '2026-03' with a month in it, '2026' with a year, '' without. */
export function periodOf(pattern: string, issueOn: CalendarDate): string {
  if (pattern.includes('{MM}')) return issueOn.slice(0, 7);
  return /\{YY(YY)?\}/.test(pattern) ? issueOn.slice(0, 4) : '';
}

/** The number of the n-th document of its period: 'INV-{YYYY}-{0000}' gives 'INV-2026-0047'. */
export function formatNumber(pattern: string, issueOn: CalendarDate, sequence: number): string {
  const { year, month } = fieldsOf(issueOn);
  return pattern.replace(TOKEN, (_, token: string) => {
    if (token === 'YYYY') return String(year);
    if (token === 'YY') return String(year).slice(-2);
    if (token === 'MM') return String(month).padStart(2, '0');
    return String(sequence).padStart(token.length, '0');
  });
}
