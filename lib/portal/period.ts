import { addDays, type CalendarDate, isLikelyDate, startOfYear } from '@/lib/time/calendar-date';

export type ChosenPeriod = {
  from: CalendarDate;
  to: CalendarDate;
  chosen: 'thisYear' | 'lastYear' | 'custom';
};

/** The period of a statement from the query of its address: this year so far unless asked otherwise; nonsense is left out, days in the wrong order are turned. */
export function choosePeriod(
  query: { period?: string; from?: string; to?: string },
  today: CalendarDate,
): ChosenPeriod {
  const thisYear = startOfYear(today);
  const from = isLikelyDate(query.from) ? query.from : null;
  const to = isLikelyDate(query.to) ? query.to : null;
  if (from || to) {
    const [first, last] = [from ?? thisYear, to ?? today];
    const inOrder = first <= last ? { from: first, to: last } : { from: last, to: first };
    return { ...inOrder, chosen: 'custom' };
  }
  if (query.period === 'lastYear') {
    const to = addDays(thisYear, -1);
    return { from: startOfYear(to), to, chosen: 'lastYear' };
  }
  return { from: thisYear, to: today, chosen: 'thisYear' };
}
