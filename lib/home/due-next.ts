import type { StaffContext } from '@/lib/auth/context';
import { daysBetween, fromDbDate } from '@/lib/time/calendar-date';

const MOST = 8;

export type DueNext = {
  id: string;
  number: string;
  client: string;
  currency: string;
  open: bigint;
  dueOn: string | null;
  /** 0 until the due day is over. */
  daysLate: number;
};

/** The open invoices whose due day is the nearest or longest past: the ones to look at first. What is being paid is left out. */
export async function dueNext(ctx: StaffContext): Promise<DueNext[]> {
  const rows = await ctx.db.document.findMany({
    where: { kind: 'INVOICE', openAmount: { gt: 0n }, processingAmount: 0n },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: {
      id: true,
      number: true,
      currency: true,
      openAmount: true,
      dueOn: true,
      party: { select: { displayName: true } },
    },
  });
  const today = ctx.today();
  return rows.map(({ id, number, currency, openAmount, dueOn, party }) => ({
    id,
    number: number ?? '',
    client: party.displayName,
    currency,
    open: openAmount,
    dueOn: dueOn ? fromDbDate(dueOn) : null,
    daysLate: dueOn ? Math.max(0, daysBetween(fromDbDate(dueOn), today)) : 0,
  }));
}
