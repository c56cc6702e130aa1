import { addDays, type CalendarDate, isoWeekday } from './calendar-date';

/** Whether a day belongs to the weekend of a country (ISO 3166): Saturday and Sunday in Britain, Friday and Saturday in Jordan. */
export function isWeekend(date: CalendarDate, country: string): boolean {
  return weekendOf(country).includes(isoWeekday(date));
}

/** The first day from `date` on that is not in the country's weekend. Public holidays are not known. */
export function nextWorkday(date: CalendarDate, country: string): CalendarDate {
  let day = date;
  while (isWeekend(day, country)) day = addDays(day, 1);
  return day;
}

const weekends = new Map<string, readonly number[]>();

function weekendOf(country: string): readonly number[] {
  let weekend = weekends.get(country);
  if (!weekend) {
    const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
      getWeekInfo?(): { weekend: number[] };
    };
    weekend = locale.getWeekInfo?.().weekend ?? [6, 7];
    weekends.set(country, weekend);
  }
  return weekend;
}
