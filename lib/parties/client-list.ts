import type { StaffContext } from '@/lib/auth/context';
import type { PartyKind, Prisma } from '@/lib/db/generated/client';
import { type BoundedCount, boundedCount } from '@/lib/lists/bounded-count';
import type { Sort } from '@/lib/lists/keyset';
import { type RecordPage, recordPage } from '@/lib/lists/record-list';
import { queryGrams } from '@/lib/search/grams';
import { CLIENT_VIEWS, type ClientFilters, type ClientSort, type ClientView } from './list-filters';

type Ctx = Pick<StaffContext, 'db' | 'business'>;

/** One currency of a client. Minor units. */
export type ClientBalance = {
  currency: string;
  invoiced: bigint;
  paid: bigint;
  open: bigint;
  credit: bigint;
};

/** One line of the list. `balances` begin with the largest open one. */
export type ClientRow = {
  id: string;
  name: string;
  kind: PartyKind;
  email: string;
  city: string;
  country: string;
  createdAt: Date;
  archived: boolean;
  balances: ClientBalance[];
};

const COLUMNS = {
  id: true,
  displayName: true,
  sortName: true,
  kind: true,
  email: true,
  city: true,
  country: true,
  createdAt: true,
  archivedAt: true,
  balances: {
    select: { currency: true, invoiced: true, paid: true, open: true, credit: true },
    orderBy: { open: 'desc' },
  },
} as const satisfies Prisma.PartySelect;

type Found = Prisma.PartyGetPayload<{ select: typeof COLUMNS }>;

const SORTS: Record<Exclude<ClientSort, 'mostOpen'>, Sort> = {
  name: { field: 'sortName', direction: 'asc', type: 'text' },
  newest: { field: 'createdAt', direction: 'desc', type: 'instant' },
};
const MOST_OPEN: Sort = { field: 'open', direction: 'desc', type: 'bigint' };

/** What an overdue document is, as the documents say it: parties know nothing of due dates. */
export type OverdueDocuments = Prisma.DocumentWhereInput;

/**
 * One page of the clients that pass the filters. Sorted by what they owe, the list is of one currency (the chosen one,
 * else the business's own) and holds the clients who were ever billed in it.
 */
export async function clientListPage(
  ctx: Ctx,
  filters: ClientFilters,
  overdue: OverdueDocuments,
  cursor?: string,
  size?: number,
): Promise<RecordPage<ClientRow>> {
  const where = whereClients(filters, overdue);
  const options = { cursor, ...(size ? { size } : {}) };
  if (filters.sort !== 'mostOpen') {
    const page = await recordPage(
      {
        findMany: (args) => ctx.db.party.findMany({ ...args, select: COLUMNS }),
        count: (args) => ctx.db.party.count(args),
      },
      { where, sort: SORTS[filters.sort], ...options },
    );
    return { ...page, rows: page.rows.map(toRow) };
  }
  const currency = filters.currency ?? ctx.business.currency;
  const page = await recordPage(
    {
      findMany: async (args: {
        where: Prisma.PartyBalanceWhereInput;
        orderBy: object[];
        take: number;
      }) => {
        const rows = await ctx.db.partyBalance.findMany({
          ...byPartyId(args),
          select: { open: true, partyId: true, party: { select: COLUMNS } },
        });
        return rows.map((row) => ({ id: row.partyId, open: row.open, party: row.party }));
      },
      count: (args) => ctx.db.partyBalance.count(args),
    },
    { where: { currency, party: where }, sort: MOST_OPEN, ...options },
  );
  return { ...page, rows: page.rows.map(({ party }) => toRow(party)) };
}

/** How many clients stand under each tab, counted no further than a list counts. */
export async function clientViewCounts(
  ctx: Ctx,
  overdue: OverdueDocuments,
): Promise<Record<ClientView, BoundedCount>> {
  const counts = await Promise.all(
    CLIENT_VIEWS.map(async (view) => {
      const where = whereView(view, overdue);
      const count = await boundedCount((bound) => ctx.db.party.count({ where, ...bound }));
      return [view, count] as const;
    }),
  );
  return Object.fromEntries(counts) as Record<ClientView, BoundedCount>;
}

/** The clients that pass the filters. */
export function whereClients(
  filters: ClientFilters,
  overdue: OverdueDocuments,
): Prisma.PartyWhereInput {
  const all: Prisma.PartyWhereInput[] = [whereView(filters.view, overdue)];
  const grams = queryGrams(filters.q);
  if (grams.length > 0) all.push({ grams: { hasEvery: grams } });
  if (filters.kind) all.push({ kind: filters.kind });
  if (filters.country) all.push({ country: filters.country });
  if (filters.city) {
    // The grams find the city whatever its accents; the column alone would ask for each letter as stored.
    const city = queryGrams(filters.city);
    all.push({ city: { not: '' }, ...(city.length > 0 ? { grams: { hasEvery: city } } : {}) });
  }
  if (filters.currency) all.push({ currency: filters.currency });
  return { AND: all };
}

function whereView(view: ClientView, overdue: OverdueDocuments): Prisma.PartyWhereInput {
  switch (view) {
    case 'all':
      return { archivedAt: null };
    case 'owing':
      return { balances: { some: { open: { gt: 0n } } } };
    case 'overdue':
      return { documents: { some: overdue } };
    case 'credit':
      return { balances: { some: { credit: { gt: 0n } } } };
    case 'archived':
      return { archivedAt: { not: null } };
  }
}

/** A balance has no id of its own: in this list its party's stands for it. */
function byPartyId<Args extends { where: object; orderBy: object[] }>(args: Args): Args {
  const { AND } = args.where as { AND: [object, { OR?: { id?: unknown }[] }] };
  const [filters, { OR, ...bound }] = AND;
  const page = OR
    ? { ...bound, OR: OR.map(({ id, ...rest }) => (id ? { ...rest, partyId: id } : rest)) }
    : bound;
  const orderBy = args.orderBy.map((order) => ('id' in order ? { partyId: order.id } : order));
  return { ...args, where: { AND: [filters, page] }, orderBy };
}

function toRow(party: Found): ClientRow {
  return {
    id: party.id,
    name: party.displayName,
    kind: party.kind,
    email: party.email,
    city: party.city,
    country: party.country,
    createdAt: party.createdAt,
    archived: party.archivedAt !== null,
    balances: party.balances,
  };
}
