import { type CalendarDate, todayIn } from '@/lib/time/calendar-date';
import type { Account } from './accounts';

/** What leads from today's balance to the amount to pay: balance − under way + credit = to pay. */
export function statementTail(
  account: Account,
  timeZone: string,
): { underWay: bigint; underWaySince: CalendarDate | null; credit: bigint; toPay: bigint } {
  const { underWay, underWaySince, credit, toPay } = account;
  return {
    underWay,
    underWaySince: underWaySince ? todayIn(timeZone, underWaySince) : null,
    credit,
    toPay,
  };
}
