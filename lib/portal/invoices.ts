import type { PortalContext } from '@/lib/auth/context';
import type { Prisma } from '@/lib/db/generated/client';
import { INVOICE_FACTS, type InvoiceFacts } from '@/lib/documents/status';
import { TITLE, titleOf } from '@/lib/documents/title';
import { type RecordPage, recordPage } from '@/lib/lists/record-list';
import { type CalendarDate, fromDbDate } from '@/lib/time/calendar-date';
import { ownInvoices, payable } from './where';

export const SHOWN = ['all', 'toPay', 'paid'] as const;

/** Which invoices a list shows. */
export type Shown = (typeof SHOWN)[number];

/** One invoice in a list; amounts in minor units. */
export type InvoiceRow = InvoiceFacts & {
  id: string;
  number: string;
  title: string;
  currency: string;
  issueOn: CalendarDate;
  /** Whether it can be paid now. */
  payable: boolean;
  /** The day of its last payment. */
  paidOn: CalendarDate | null;
};

const COLUMNS = {
  ...INVOICE_FACTS,
  id: true,
  number: true,
  currency: true,
  issueOn: true,
  ...TITLE,
  allocations: {
    orderBy: { payment: { receivedOn: 'desc' } },
    take: 1,
    select: { payment: { select: { receivedOn: true } } },
  },
} satisfies Prisma.DocumentSelect;

type Found = Prisma.DocumentGetPayload<{ select: typeof COLUMNS }>;

const NEWEST_FIRST = [{ issueOn: 'desc' }, { id: 'desc' }] as const;
const ON_HOME = 6;
const MOST_ON_HOME = 50;

/**
 * The invoices of the portal's first page: what is to pay comes first, then the newest of the others, until there are
 * six; all that is to pay, up to fifty. `total` counts every invoice of the client.
 */
export async function homeInvoices(
  ctx: PortalContext,
  shown: Shown,
): Promise<{ rows: InvoiceRow[]; total: number }> {
  const [unpaid, total] = await Promise.all([
    shown === 'paid' ? [] : find(ctx, payable(ctx), MOST_ON_HOME),
    ctx.db.document.count({ where: ownInvoices(ctx) }),
  ]);
  const room = ON_HOME - unpaid.length;
  const others =
    shown === 'toPay' || room <= 0
      ? []
      : await find(
          ctx,
          shown === 'paid'
            ? whereShown(ctx, 'paid')
            : { AND: [ownInvoices(ctx), { NOT: payable(ctx) }] },
          room,
        );
  return { rows: [...unpaid, ...others].map(invoiceRow), total };
}

/** One page of all invoices of the client, the newest first. */
export async function invoicePage(
  ctx: PortalContext,
  options: { shown: Shown; cursor?: string | undefined },
): Promise<RecordPage<InvoiceRow>> {
  const page = await recordPage(
    {
      findMany: (args) =>
        ctx.db.document.findMany({
          where: args.where,
          orderBy: args.orderBy,
          take: args.take,
          select: COLUMNS,
        }),
      count: (args) => ctx.db.document.count(args),
    },
    {
      where: whereShown(ctx, options.shown),
      sort: { field: 'issueOn', direction: 'desc', type: 'date' },
      cursor: options.cursor,
    },
  );
  return { ...page, rows: page.rows.map(invoiceRow) };
}

function whereShown(ctx: PortalContext, shown: Shown): Prisma.DocumentWhereInput {
  switch (shown) {
    case 'all':
      return ownInvoices(ctx);
    case 'toPay':
      return payable(ctx);
    case 'paid':
      return { ...ownInvoices(ctx), voidedAt: null, openAmount: 0n };
  }
}

function find(ctx: PortalContext, where: Prisma.DocumentWhereInput, take: number) {
  return ctx.db.document.findMany({ where, orderBy: [...NEWEST_FIRST], take, select: COLUMNS });
}

function invoiceRow(found: Found): InvoiceRow {
  const { lines: _lines, allocations, issueOn, number, ...facts } = found;
  const last = allocations[0]?.payment.receivedOn;
  if (!issueOn || !number) throw new Error(`issued document ${found.id} without date or number`);
  return {
    ...facts,
    number,
    title: titleOf(found),
    issueOn: fromDbDate(issueOn),
    payable: found.openAmount > 0n && found.processingAmount === 0n,
    paidOn: last ? fromDbDate(last) : null,
  };
}
