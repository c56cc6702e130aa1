import type { Prisma } from '@/lib/db/generated/client';
import { addDays, type CalendarDate, daysBetween, toDbDate } from '@/lib/time/calendar-date';

/** How late what is owed is, from not due yet to over sixty days. */
export const AGES = ['notDue', 'days30', 'days60', 'older'] as const;

export type Age = (typeof AGES)[number];

/** The age of a debt on a day of the business: on the due day itself it is not late. */
export function ageOf(dueOn: CalendarDate | null, today: CalendarDate): Age {
  const late = dueOn ? daysBetween(dueOn, today) : 0;
  if (late <= 0) return 'notDue';
  if (late <= 30) return 'days30';
  return late <= 60 ? 'days60' : 'older';
}

/** The documents whose `ageOf` is this one: kept beside it, and tested with it. */
export function whereAge(age: Age, today: CalendarDate): Prisma.DocumentWhereInput {
  const due = (daysAgo: number) => toDbDate(addDays(today, -daysAgo));
  switch (age) {
    case 'notDue':
      return { OR: [{ dueOn: null }, { dueOn: { gte: due(0) } }] };
    case 'days30':
      return { dueOn: { gte: due(30), lt: due(0) } };
    case 'days60':
      return { dueOn: { gte: due(60), lt: due(30) } };
    case 'older':
      return { dueOn: { lt: due(60) } };
  }
}
