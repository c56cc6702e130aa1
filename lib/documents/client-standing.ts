import type { StaffContext } from '@/lib/auth/context';
import type { PaymentMethod, Prisma } from '@/lib/db/generated/client';
import { daysToPay } from '@/lib/lists/days-to-pay';
import { type CalendarDate, daysBetween, fromDbDate } from '@/lib/time/calendar-date';
import { whereState } from './status';

type Ctx = Pick<StaffContext, 'db' | 'today'>;

/** What of a client's open invoices is overdue in one currency: minor units, and the days since the oldest was due. */
export type Overdue = { currency: string; amount: bigint; days: number };

/** The where-clause of overdue invoices today, for lists that narrow clients by it. */
export function whereOverdue(ctx: Ctx): Prisma.DocumentWhereInput {
  return {
    kind: 'INVOICE',
    ...whereState('overdue', ctx.today(), ctx.db.document.fields.totalAmount),
  };
}

/** What is overdue of each of these clients, by their id; who owes nothing late is not among them. */
export async function overdueOf(
  ctx: Ctx,
  partyIds: readonly string[],
): Promise<Map<string, Overdue[]>> {
  if (partyIds.length === 0) return new Map();
  const groups = await ctx.db.document.groupBy({
    by: ['partyId', 'currency'],
    where: { AND: [{ partyId: { in: [...partyIds] } }, whereOverdue(ctx)] },
    _sum: { openAmount: true },
    _min: { dueOn: true },
    orderBy: { currency: 'asc' },
  });
  const found = new Map<string, Overdue[]>();
  for (const { partyId, currency, _sum, _min } of groups) {
    const days = _min.dueOn ? daysBetween(fromDbDate(_min.dueOn), ctx.today()) : 0;
    const row = { currency, amount: _sum.openAmount ?? 0n, days };
    found.set(partyId, [...(found.get(partyId) ?? []), row]);
  }
  return found;
}

const MOST_LOOKED_AT = 100;

/** How a client stands and how they pay, beyond their balances. */
export type ClientStanding = {
  overdue: Overdue[];
  /** How many invoices make up "total invoiced", per currency. */
  invoices: Map<string, number>;
  lastPayment: Map<string, { receivedOn: CalendarDate; method: PaymentMethod }>;
  /** Whole days from invoice date to the last payment, over the hundred newest paid invoices; null without any. */
  daysToPay: number | null;
};

/** Reads how one client stands. The cost does not grow with their history beyond the newest hundred paid invoices. */
export async function clientStanding(
  ctx: Ctx & Pick<StaffContext, 'business'>,
  partyId: string,
): Promise<ClientStanding> {
  const issued = { partyId, kind: 'INVOICE' as const, issuedAt: { not: null }, voidedAt: null };
  const [overdue, counts, latest, days] = await Promise.all([
    overdueOf(ctx, [partyId]),
    ctx.db.document.groupBy({ by: ['currency'], where: issued, _count: { id: true } }),
    latestPayments(ctx, partyId),
    daysToPay(ctx.business.id, partyId, MOST_LOOKED_AT),
  ]);
  return {
    overdue: overdue.get(partyId) ?? [],
    invoices: new Map(counts.map((row) => [row.currency, row._count.id])),
    lastPayment: new Map(
      latest.map((row) => [
        row.currency,
        { receivedOn: fromDbDate(row.receivedOn), method: row.method },
      ]),
    ),
    daysToPay: days,
  };
}

/** The newest payment in each currency. Prisma's `distinct` would fetch every payment there is and pick here. */
async function latestPayments(ctx: Ctx, partyId: string) {
  const balances = await ctx.db.partyBalance.findMany({
    where: { partyId },
    select: { currency: true },
  });
  const latest = await Promise.all(
    balances.map(({ currency }) =>
      ctx.db.payment.findFirst({
        where: { partyId, currency, reversedAt: null },
        orderBy: [{ receivedOn: 'desc' }, { id: 'desc' }],
        select: { currency: true, receivedOn: true, method: true },
      }),
    ),
  );
  return latest.filter((payment) => payment !== null);
}
