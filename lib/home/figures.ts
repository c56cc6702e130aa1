import type { StaffContext } from '@/lib/auth/context';
import { whereState } from '@/lib/documents/status';
import { daysBetween, fromDbDate, startOfMonth, toDbDate } from '@/lib/time/calendar-date';

/** Minor units in one currency, with how many rows they come from. */
export type Figure = { currency: string; amount: bigint; count: number };

export type HomeFigures = {
  due: Figure[];
  overdue: Figure[];
  /** Days since the oldest overdue invoice was due; 0 without one. */
  oldestDays: number;
  received: Figure[];
  processing: Figure[];
};

/** What is due, overdue, received this calendar month and under way, per currency, the business's own first. */
export async function homeFigures(ctx: StaffContext): Promise<HomeFigures> {
  const today = ctx.today();
  const total = ctx.db.document.fields.totalAmount;
  const open = { kind: 'INVOICE' as const, openAmount: { gt: 0n } };
  const overdueWhere = { ...open, ...whereState('overdue', today, total) };
  const [due, overdue, oldest, received, processing] = await Promise.all([
    ctx.db.document.groupBy({
      by: ['currency'],
      where: open,
      _sum: { openAmount: true },
      _count: true,
    }),
    ctx.db.document.groupBy({
      by: ['currency'],
      where: overdueWhere,
      _sum: { openAmount: true },
      _count: true,
    }),
    ctx.db.document.findFirst({
      where: overdueWhere,
      orderBy: { dueOn: 'asc' },
      select: { dueOn: true },
    }),
    ctx.db.payment.groupBy({
      by: ['currency'],
      where: { reversedAt: null, receivedOn: { gte: toDbDate(startOfMonth(today)) } },
      _sum: { amount: true, refundedAmount: true, disputedAmount: true },
      _count: true,
    }),
    ctx.db.document.groupBy({
      by: ['currency'],
      where: { ...open, processingAmount: { gt: 0n } },
      _sum: { processingAmount: true },
      _count: true,
    }),
  ]);
  const figures = <Row extends { currency: string; _count: number }>(
    rows: Row[],
    amount: (row: Row) => bigint,
  ): Figure[] =>
    rows
      .map((row) => ({ currency: row.currency, amount: amount(row), count: row._count }))
      .sort(
        (a, b) =>
          Number(b.currency === ctx.business.currency) -
          Number(a.currency === ctx.business.currency),
      );
  return {
    due: figures(due, (row) => row._sum.openAmount ?? 0n),
    overdue: figures(overdue, (row) => row._sum.openAmount ?? 0n),
    oldestDays: oldest?.dueOn ? daysBetween(fromDbDate(oldest.dueOn), today) : 0,
    received: figures(
      received,
      ({ _sum }) => (_sum.amount ?? 0n) - (_sum.refundedAmount ?? 0n) - (_sum.disputedAmount ?? 0n),
    ),
    processing: figures(processing, (row) => row._sum.processingAmount ?? 0n),
  };
}
