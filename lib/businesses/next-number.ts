import type { AnyContext } from '@/lib/auth/context';
import type { CalendarDate } from '@/lib/time/calendar-date';
import { numberOf, periodOf } from './number-pattern';

/** The number an invoice of this date would take now; another one may take it first. */
export async function nextInvoiceNumber(
  { db, business }: Pick<AnyContext, 'db' | 'business'>,
  issueOn: CalendarDate,
): Promise<string> {
  const series = await db.numberSeries.findUniqueOrThrow({
    where: { businessId_kind: { businessId: business.id, kind: 'INVOICE' } },
    select: { id: true, pattern: true },
  });
  const counter = await db.numberCounter.findFirst({
    where: { seriesId: series.id, period: periodOf(series.pattern, issueOn) },
    select: { lastNumber: true },
  });
  return numberOf(series.pattern, issueOn, (counter?.lastNumber ?? 0) + 1);
}
