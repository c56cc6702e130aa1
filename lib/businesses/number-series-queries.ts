import type { StaffContext } from '@/lib/auth/context';
import type { DocumentKind } from '@/lib/db/generated/enums';
import { periodOf } from './number-pattern';

export type SeriesRow = { kind: DocumentKind; pattern: string; version: number; next: number };

/** How each kind is numbered, with the count that comes next in the present period. */
export async function listNumberSeries(ctx: StaffContext): Promise<SeriesRow[]> {
  const rows = await ctx.db.numberSeries.findMany({
    select: {
      kind: true,
      pattern: true,
      version: true,
      counters: { select: { period: true, lastNumber: true } },
    },
  });
  const order: DocumentKind[] = ['INVOICE', 'ESTIMATE', 'CREDIT_NOTE'];
  return rows
    .map(({ counters, ...row }) => {
      const period = periodOf(row.pattern, ctx.today());
      const counter = counters.find((one) => one.period === period);
      return { ...row, next: (counter?.lastNumber ?? 0) + 1 };
    })
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
