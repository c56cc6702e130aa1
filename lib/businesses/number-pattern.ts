import { type CalendarDate, fieldsOf } from '@/lib/time/calendar-date';

/** Why a pattern is no good; the words are the messages `settings.errors.<problem>`. */
export type PatternProblem = 'patternRun' | 'patternMonth' | 'patternText';

const RUN = /\{0+\}/g;
const PART = /\{(YYYY|YY|MM|0+)\}/g;

/**
 * What is wrong with a pattern such as 'INV-{YYYY}-{0000}', or null when it can number documents: exactly one run
 * of zeros, a month only with a year, at most 40 letters, digits and - / . _ #.
 */
export function patternProblem(pattern: string): PatternProblem | null {
  if ((pattern.match(RUN) ?? []).length !== 1) return 'patternRun';
  if (/\{MM\}/.test(pattern) && !/\{YY(YY)?\}/.test(pattern)) return 'patternMonth';
  const rest = pattern.replace(PART, '');
  return pattern.length > 40 || !/^[\p{L}\p{N}\-/._# ]*$/u.test(rest) ? 'patternText' : null;
}

/** The period in which a pattern counts, for a day: '2026-03', '2026', or '' for one that never starts again. */
export function periodOf(pattern: string, on: CalendarDate): string {
  const { year, month } = fieldsOf(on);
  if (!/\{YY(YY)?\}/.test(pattern)) return '';
  const yearText = String(year).padStart(4, '0');
  return pattern.includes('{MM}') ? `${yearText}-${String(month).padStart(2, '0')}` : yearText;
}

/** The number that a pattern gives: 'INV-{YYYY}-{0000}', 12 → 'INV-2026-0012'. Longer counts are never cut. */
export function numberOf(pattern: string, on: CalendarDate, sequence: number): string {
  return dated(pattern, on).replace(RUN, (run) => String(sequence).padStart(run.length - 2, '0'));
}

/** What stands around the count on a day: for 'INV-{YYYY}-{0000}' `['INV-2026-', '']`. */
export function aroundRun(pattern: string, on: CalendarDate): [before: string, after: string] {
  const [before = '', after = ''] = dated(pattern, on).split(RUN);
  return [before, after];
}

function dated(pattern: string, on: CalendarDate): string {
  const { year, month } = fieldsOf(on);
  const yearText = String(year).padStart(4, '0');
  return pattern
    .replaceAll('{YYYY}', yearText)
    .replaceAll('{YY}', yearText.slice(-2))
    .replaceAll('{MM}', String(month).padStart(2, '0'));
}
