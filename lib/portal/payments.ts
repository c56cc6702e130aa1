import { Missing } from '@/lib/actions/refused';
import type { PortalContext } from '@/lib/auth/context';
import type { PaymentMethod, Prisma } from '@/lib/db/generated/client';
import { TITLE, titleOf } from '@/lib/documents/title';
import { type RecordPage, recordPage } from '@/lib/lists/record-list';
import { sum } from '@/lib/money/money';
import { countingAmount, type PaymentState, paymentState } from '@/lib/payments/status';
import { type CalendarDate, fromDbDate, todayIn } from '@/lib/time/calendar-date';
import type { ClientView } from './client-view';

/** A payment as the client sees it; amounts in minor units. */
export type PaymentRow = {
  id: string;
  currency: string;
  amount: bigint;
  method: PaymentMethod;
  methodDetail: string;
  receivedOn: CalendarDate;
  state: PaymentState;
};

/** A payment that a bank is still sending. */
export type PaymentUnderWay = {
  id: string;
  currency: string;
  amount: bigint;
  startedOn: CalendarDate;
};

const COLUMNS = {
  id: true,
  currency: true,
  amount: true,
  refundedAmount: true,
  disputedAmount: true,
  reversedAt: true,
  method: true,
  methodDetail: true,
  receivedOn: true,
} satisfies Prisma.PaymentSelect;

/** One page of all payments of the client, the newest first. */
export async function paymentPage(
  ctx: PortalContext,
  options: { cursor?: string | undefined; size?: number },
): Promise<RecordPage<PaymentRow>> {
  const page = await recordPage(
    {
      findMany: (args) =>
        ctx.db.payment.findMany({
          where: args.where,
          orderBy: args.orderBy,
          take: args.take,
          select: COLUMNS,
        }),
      count: (args) => ctx.db.payment.count(args),
    },
    {
      where: { partyId: ctx.party.id } as Prisma.PaymentWhereInput,
      sort: { field: 'receivedOn', direction: 'desc', type: 'date' },
      ...options,
    },
  );
  return { ...page, rows: page.rows.map(paymentRow) };
}

/** Payments that a bank is still sending, the newest first. */
export async function paymentsUnderWay(ctx: PortalContext): Promise<PaymentUnderWay[]> {
  const found = await ctx.db.checkout.findMany({
    where: { partyId: ctx.party.id, state: 'PROCESSING' },
    orderBy: { createdAt: 'desc' },
    take: 20,
    select: { id: true, currency: true, amount: true, createdAt: true },
  });
  return found.map(({ createdAt, ...checkout }) => ({
    ...checkout,
    startedOn: todayIn(ctx.business.timeZone, createdAt),
  }));
}

/** What a receipt says: the payment and every invoice it settled. Missing for another client's. */
export async function readReceipt(ctx: ClientView, id: string) {
  const payment = await ctx.db.payment.findFirst({
    where: { id, partyId: ctx.party.id },
    select: {
      ...COLUMNS,
      reference: true,
      allocations: {
        orderBy: { document: { issueOn: 'asc' } },
        select: {
          amount: true,
          document: {
            select: {
              id: true,
              number: true,
              issueOn: true,
              ...TITLE,
            },
          },
        },
      },
    },
  });
  if (!payment) throw new Missing();
  const { allocations, reference, ...row } = payment;
  const settled = allocations.map(({ amount, document }) => ({
    id: document.id,
    number: document.number ?? '',
    title: titleOf(document),
    issueOn: document.issueOn && fromDbDate(document.issueOn),
    amount,
  }));
  const counts = countingAmount(row);
  return {
    ...paymentRow(row),
    reference,
    settled,
    returned: row.amount - counts,
    credit: counts - sum(settled.map(({ amount }) => amount)),
  };
}

type Found = Prisma.PaymentGetPayload<{ select: typeof COLUMNS }>;

function paymentRow(found: Found): PaymentRow {
  const { id, currency, amount, method, methodDetail } = found;
  return {
    id,
    currency,
    amount,
    method,
    methodDetail,
    receivedOn: fromDbDate(found.receivedOn),
    state: paymentState(found),
  };
}
