import type { StaffContext } from '@/lib/auth/context';
import type { Prisma } from '@/lib/db/generated/client';
import {
  daysOverdue,
  INVOICE_FACTS,
  type InvoiceState,
  invoiceState,
  whereState,
} from '@/lib/documents/status';
import { type BoundedCount, boundedCount } from '@/lib/lists/bounded-count';
import type { Sort } from '@/lib/lists/keyset';
import { type RecordPage, recordPage } from '@/lib/lists/record-list';
import { queryGrams } from '@/lib/search/grams';
import { type CalendarDate, fromDbDate, toDbDate } from '@/lib/time/calendar-date';
import {
  type InvoiceFilters,
  type InvoiceSort,
  type InvoiceView,
  isFiltered,
} from './list-filters';

type Ctx = Pick<StaffContext, 'db' | 'today'>;

const COLUMNS = {
  ...INVOICE_FACTS,
  id: true,
  number: true,
  currency: true,
  issueOn: true,
  createdAt: true,
  party: { select: { id: true, displayName: true } },
} as const satisfies Prisma.DocumentSelect;

/** One line of the list. Amounts in minor units. */
export type InvoiceRow = {
  id: string;
  number: string | null;
  clientId: string;
  clientName: string;
  state: InvoiceState;
  daysOverdue: number;
  issueOn: CalendarDate | null;
  dueOn: CalendarDate | null;
  currency: string;
  total: bigint;
  open: bigint;
};

const SORTS: Record<InvoiceSort, Sort> = {
  newest: { field: 'createdAt', direction: 'desc', type: 'instant' },
  oldest: { field: 'createdAt', direction: 'asc', type: 'instant' },
  due: { field: 'dueOn', direction: 'asc', type: 'date', nullable: true },
  amount: { field: 'totalAmount', direction: 'desc', type: 'bigint' },
};

/** One page of the invoices that pass the filters, with a bounded count. */
export async function invoiceListPage(
  ctx: Ctx,
  filters: InvoiceFilters,
  cursor?: string,
  size?: number,
): Promise<RecordPage<InvoiceRow>> {
  const today = ctx.today();
  const page = await recordPage(
    {
      findMany: (args) => ctx.db.document.findMany({ ...args, select: COLUMNS }),
      count: (args) => ctx.db.document.count(args),
    },
    {
      where: whereInvoices(ctx, filters),
      sort: SORTS[filters.sort],
      cursor,
      ...(size ? { size } : {}),
    },
  );
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      number: row.number,
      clientId: row.party.id,
      clientName: row.party.displayName,
      state: invoiceState(row, today),
      daysOverdue: daysOverdue(row, today),
      issueOn: row.issueOn ? fromDbDate(row.issueOn) : null,
      dueOn: row.dueOn ? fromDbDate(row.dueOn) : null,
      currency: row.currency,
      total: row.totalAmount,
      open: row.openAmount,
    })),
  };
}

/** What a list sums up to in one currency, in minor units. */
export type InvoiceSum = { currency: string; total: bigint; open: bigint };

/** Total and open amount of everything that passes the filters, a row for each currency; what is void counts for nothing. */
export async function invoiceSums(ctx: Ctx, filters: InvoiceFilters): Promise<InvoiceSum[]> {
  if (filters.view === 'all' && !isFiltered(filters)) return sumOfAll(ctx);
  const groups = await ctx.db.document.groupBy({
    by: ['currency'],
    where: { AND: [whereInvoices(ctx, filters), { voidedAt: null }] },
    _sum: { totalAmount: true, openAmount: true },
    orderBy: { currency: 'asc' },
  });
  return groups.map(({ currency, _sum }) => ({
    currency,
    total: _sum.totalAmount ?? 0n,
    open: _sum.openAmount ?? 0n,
  }));
}

/** The same of every invoice, from the balances, which are kept: reading them all would grow with each invoice. */
async function sumOfAll(ctx: Ctx): Promise<InvoiceSum[]> {
  const [issued, drafts] = await Promise.all([
    ctx.db.partyBalance.groupBy({ by: ['currency'], _sum: { invoiced: true, open: true } }),
    ctx.db.document.groupBy({
      by: ['currency'],
      where: { kind: 'INVOICE', issuedAt: null },
      _sum: { totalAmount: true },
    }),
  ]);
  const sums = new Map<string, InvoiceSum>();
  const add = (currency: string, total: bigint | null, open: bigint | null) => {
    const sum = sums.get(currency) ?? { currency, total: 0n, open: 0n };
    sum.total += total ?? 0n;
    sum.open += open ?? 0n;
    // A currency in which only void invoices were written is not worth a line.
    if (sum.total !== 0n) sums.set(currency, sum);
  };
  for (const { currency, _sum } of issued) add(currency, _sum.invoiced, _sum.open);
  for (const { currency, _sum } of drafts) add(currency, _sum.totalAmount, null);
  return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** How many invoices stand under each of the tabs that are always there, counted no further than the list counts. */
export async function invoiceViewCounts(
  ctx: Ctx,
): Promise<Partial<Record<InvoiceView, BoundedCount>>> {
  const count = (view: InvoiceView) => {
    const where = { kind: 'INVOICE' as const, ...whereView(ctx, view) };
    return boundedCount((bound) => ctx.db.document.count({ where, ...bound }));
  };
  const [all, awaiting, overdue, drafts] = await Promise.all([
    count('all'),
    count('awaiting'),
    count('overdue'),
    count('drafts'),
  ]);
  return { all, awaiting, overdue, drafts };
}

/** The ids of the issued invoices among the given ones, with what a file of each is called by. */
export async function downloadableInvoices(ctx: Ctx, ids: string[]) {
  return ctx.db.document.findMany({
    where: { id: { in: ids }, kind: 'INVOICE', issuedAt: { not: null } },
    orderBy: [{ issueOn: 'asc' }, { number: 'asc' }],
    select: { id: true, number: true, pdfHash: true, party: { select: { displayName: true } } },
  });
}

/** The where-clause of the list, its count and its sums: one for all three, so that they agree. */
export function whereInvoices(ctx: Ctx, filters: InvoiceFilters): Prisma.DocumentWhereInput {
  const today = ctx.today();
  const total = ctx.db.document.fields.totalAmount;
  const all: Prisma.DocumentWhereInput[] = [{ kind: 'INVOICE' }, whereView(ctx, filters.view)];
  if (filters.states.length > 0) {
    all.push({ OR: filters.states.map((state) => whereState(state, today, total)) });
  }
  if (filters.clientId) all.push({ partyId: filters.clientId });
  if (filters.currency) all.push({ currency: filters.currency });
  all.push(between('issueOn', filters.issuedFrom, filters.issuedTo));
  all.push(between('dueOn', filters.dueFrom, filters.dueTo));
  if (filters.least !== null) all.push({ totalAmount: { gte: filters.least } });
  if (filters.most !== null) all.push({ totalAmount: { lte: filters.most } });
  const grams = queryGrams(filters.q);
  if (grams.length > 0) all.push({ grams: { hasEvery: grams } });
  return { AND: all };
}

function whereView(ctx: Ctx, view: InvoiceView): Prisma.DocumentWhereInput {
  switch (view) {
    case 'all':
      return {};
    case 'awaiting':
      // Only what is issued and not void can be open.
      return { openAmount: { gt: 0n } };
    case 'overdue':
      return whereState('overdue', ctx.today(), ctx.db.document.fields.totalAmount);
    case 'drafts':
      return whereState('draft', ctx.today(), ctx.db.document.fields.totalAmount);
    case 'undrawn':
      return { pdfFailedAt: { not: null } };
  }
}

function between(
  field: 'issueOn' | 'dueOn',
  from: CalendarDate | null,
  to: CalendarDate | null,
): Prisma.DocumentWhereInput {
  if (!from && !to) return {};
  return {
    [field]: { ...(from ? { gte: toDbDate(from) } : {}), ...(to ? { lte: toDbDate(to) } : {}) },
  };
}
