import type { StaffContext } from '@/lib/auth/context';
import type { Prisma } from '@/lib/db/generated/client';
import { type OverdueDocuments, whereClients } from './client-list';
import type { ClientFilters } from './list-filters';

/** As many as one deed takes at once. */
export const MOST_CHOSEN = 500;

/** What was billed to the chosen clients, what they paid and owe, in one currency. Minor units. */
export type ChosenSum = { currency: string; invoiced: bigint; paid: bigint; open: bigint };

/**
 * The clients that stand in the list with these filters, on all its pages: sorted by what they owe, it holds those who
 * were ever billed in its currency.
 */
export function whereListed(
  ctx: Pick<StaffContext, 'business'>,
  filters: ClientFilters,
  overdue: OverdueDocuments,
): Prisma.PartyWhereInput {
  const where = whereClients(filters, overdue);
  if (filters.sort !== 'mostOpen') return where;
  const currency = filters.currency ?? ctx.business.currency;
  return { AND: [where, { balances: { some: { currency } } }] };
}

/** Every client that `where` finds, at most 500 in the order of their names, with their sums: "tick all" beyond one page. */
export async function chosenClients(
  ctx: Pick<StaffContext, 'db'>,
  where: Prisma.PartyWhereInput,
): Promise<{ ids: string[]; sums: ChosenSum[] }> {
  const found = await ctx.db.party.findMany({
    where,
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    take: MOST_CHOSEN,
    select: { id: true },
  });
  const ids = found.map(({ id }) => id);
  const groups = await ctx.db.partyBalance.groupBy({
    by: ['currency'],
    where: { partyId: { in: ids } },
    _sum: { invoiced: true, paid: true, open: true },
    orderBy: { currency: 'asc' },
  });
  const sums = groups.map(({ currency, _sum }) => ({
    currency,
    invoiced: _sum.invoiced ?? 0n,
    paid: _sum.paid ?? 0n,
    open: _sum.open ?? 0n,
  }));
  return { ids, sums };
}
