import type { StaffContext } from '@/lib/auth/context';
import type { PaymentMethod, Prisma } from '@/lib/db/generated/client';
import type { Sort } from '@/lib/lists/keyset';
import { type RecordPage, recordPage } from '@/lib/lists/record-list';
import { sum } from '@/lib/money/money';
import { type CalendarDate, fromDbDate, toDbDate } from '@/lib/time/calendar-date';
import { RUNNING_PHASES } from './disputes';
import {
  isNarrowed,
  type PaymentFate,
  type PaymentFilters,
  type PaymentSort,
} from './list-filters';
import { countingAmount, type PaymentState, paymentState } from './status';

type Ctx = Pick<StaffContext, 'db'>;

const COLUMNS = {
  id: true,
  partyId: true,
  currency: true,
  amount: true,
  refundedAmount: true,
  disputedAmount: true,
  method: true,
  methodDetail: true,
  reference: true,
  receivedOn: true,
  createdAt: true,
  reversedAt: true,
  party: { select: { displayName: true } },
  allocations: {
    select: { amount: true, document: { select: { id: true, number: true } } },
    orderBy: { documentId: 'asc' },
  },
} as const satisfies Prisma.PaymentSelect;

/** One line of a list of payments. Amounts in minor units; `credit` is what of it settles nothing yet. */
export type PaymentRow = {
  id: string;
  clientId: string;
  clientName: string;
  receivedOn: CalendarDate;
  method: PaymentMethod;
  methodDetail: string;
  reference: string;
  currency: string;
  amount: bigint;
  counts: bigint;
  credit: bigint;
  state: PaymentState;
  settles: { documentId: string; number: string; amount: bigint }[];
};

const SORTS: Record<PaymentSort, Sort> = {
  newest: { field: 'receivedOn', direction: 'desc', type: 'date' },
  oldest: { field: 'receivedOn', direction: 'asc', type: 'date' },
  recorded: { field: 'createdAt', direction: 'desc', type: 'instant' },
};

/** One page of the payments that pass the filters, with a bounded count. */
export function paymentListPage(
  ctx: Ctx,
  filters: PaymentFilters,
  cursor?: string,
  size?: number,
): Promise<RecordPage<PaymentRow>> {
  return page(ctx, wherePayments(filters), SORTS[filters.sort], cursor, size);
}

/** The payments of one client, newest first. */
export function paymentsOf(
  ctx: Ctx,
  partyId: string,
  cursor?: string,
): Promise<RecordPage<PaymentRow>> {
  return page(ctx, { partyId }, SORTS.newest, cursor);
}

/** What has been received in one currency, and what of it went back (refunds, disputes); minor units. */
export type PaymentSum = { currency: string; amount: bigint; taken: bigint };

/** What has been received within the filters, a row for each currency; what was undone counts for nothing. */
export async function paymentSums(ctx: Ctx, filters: PaymentFilters): Promise<PaymentSum[]> {
  if (!isNarrowed(filters)) return sumOfAll(ctx);
  const groups = await ctx.db.payment.groupBy({
    by: ['currency'],
    where: { AND: [wherePayments(filters), { reversedAt: null }] },
    _sum: { amount: true, refundedAmount: true, disputedAmount: true },
    orderBy: { currency: 'asc' },
  });
  return groups.map(({ currency, _sum }) => ({
    currency,
    amount: _sum.amount ?? 0n,
    taken: (_sum.refundedAmount ?? 0n) + (_sum.disputedAmount ?? 0n),
  }));
}

/** The same of every payment, from the balances, which are kept, and the few of which something went back. */
async function sumOfAll({ db }: Ctx): Promise<PaymentSum[]> {
  const [kept, wentBack] = await Promise.all([
    db.partyBalance.groupBy({
      by: ['currency'],
      _sum: { paid: true },
      orderBy: { currency: 'asc' },
    }),
    db.payment.groupBy({
      by: ['currency'],
      where: {
        reversedAt: null,
        OR: [{ refundedAmount: { gt: 0n } }, { disputedAmount: { gt: 0n } }],
      },
      _sum: { refundedAmount: true, disputedAmount: true },
    }),
  ]);
  const taken = new Map(
    wentBack.map(({ currency, _sum }) => [
      currency,
      (_sum.refundedAmount ?? 0n) + (_sum.disputedAmount ?? 0n),
    ]),
  );
  return kept.flatMap(({ currency, _sum }) => {
    const back = taken.get(currency) ?? 0n;
    const amount = (_sum.paid ?? 0n) + back;
    return amount > 0n ? [{ currency, amount, taken: back }] : [];
  });
}

/** An invoice of a client that money can still settle. Amounts in minor units. */
export type OpenInvoice = {
  id: string;
  number: string;
  dueOn: CalendarDate | null;
  currency: string;
  total: bigint;
  open: bigint;
  processing: bigint;
};

const MOST_OPEN = 500;

/** What a client owes (in one currency, or all), oldest due first: the order in which money is suggested to settle it. */
export async function openInvoicesOf(
  ctx: StaffContext,
  partyId: string,
  currency?: string,
): Promise<OpenInvoice[]> {
  const documents = await ctx.db.document.findMany({
    where: {
      partyId,
      kind: 'INVOICE',
      issuedAt: { not: null },
      openAmount: { gt: 0n },
      ...(currency ? { currency } : {}),
    },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { issueOn: 'asc' }, { id: 'asc' }],
    take: MOST_OPEN,
  });
  return documents.map((document) => ({
    id: document.id,
    number: document.number ?? '',
    dueOn: document.dueOn ? fromDbDate(document.dueOn) : null,
    currency: document.currency,
    total: document.totalAmount,
    open: document.openAmount,
    processing: document.processingAmount,
  }));
}

/** The client's credit in one currency, in minor units. */
export async function creditOf(
  ctx: Pick<StaffContext, 'db' | 'business'>,
  partyId: string,
  currency: string,
): Promise<bigint> {
  const key = { businessId: ctx.business.id, partyId, currency };
  const balance = await ctx.db.partyBalance.findUnique({
    where: { businessId_partyId_currency: key },
  });
  return balance?.credit ?? 0n;
}

/** When Stripe last reached the webhook, so that the owner sees it works; null when it never has. */
export async function lastWebhook(ctx: StaffContext): Promise<Date | null> {
  const latest = await ctx.db.stripeEvent.findMany({
    orderBy: { processedAt: { sort: 'desc', nulls: 'first' } },
    take: 20,
    select: { receivedAt: true },
  });
  const times = latest.map(({ receivedAt }) => receivedAt.getTime());
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}

async function page(
  ctx: Ctx,
  where: Prisma.PaymentWhereInput,
  sort: Sort,
  cursor?: string,
  size?: number,
): Promise<RecordPage<PaymentRow>> {
  const found = await recordPage(
    {
      findMany: (args) => ctx.db.payment.findMany({ ...args, select: COLUMNS }),
      count: (args) => ctx.db.payment.count(args),
    },
    { where, sort, cursor, ...(size ? { size } : {}) },
  );
  return { ...found, rows: found.rows.map(row) };
}

function row(payment: Prisma.PaymentGetPayload<{ select: typeof COLUMNS }>): PaymentRow {
  const counts = countingAmount(payment);
  return {
    id: payment.id,
    clientId: payment.partyId,
    clientName: payment.party.displayName,
    receivedOn: fromDbDate(payment.receivedOn),
    method: payment.method,
    methodDetail: payment.methodDetail,
    reference: payment.reference,
    currency: payment.currency,
    amount: payment.amount,
    counts,
    credit: counts - sum(payment.allocations.map((settled) => settled.amount)),
    state: paymentState(payment),
    settles: payment.allocations.map(({ amount, document }) => ({
      documentId: document.id,
      number: document.number ?? '',
      amount,
    })),
  };
}

const FATES: Record<PaymentFate, Prisma.PaymentWhereInput> = {
  underDispute: { disputes: { some: { phase: { in: [...RUNNING_PHASES] } } } },
  refunded: { refundedAmount: { gt: 0n } },
  undone: { reversedAt: { not: null } },
};

function wherePayments(filters: PaymentFilters): Prisma.PaymentWhereInput {
  const { methods, fate, clientId, currency, from, to } = filters;
  return {
    ...(methods.length > 0 ? { method: { in: methods } } : {}),
    ...(fate ? FATES[fate] : {}),
    ...(clientId ? { partyId: clientId } : {}),
    ...(currency ? { currency } : {}),
    ...(from || to
      ? {
          receivedOn: {
            ...(from ? { gte: toDbDate(from) } : {}),
            ...(to ? { lte: toDbDate(to) } : {}),
          },
        }
      : {}),
  };
}
