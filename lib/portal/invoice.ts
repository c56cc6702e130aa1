import { Missing } from '@/lib/actions/refused';
import type { PortalContext } from '@/lib/auth/context';
import type { PaymentMethod } from '@/lib/db/generated/client';
import { type DocumentSnapshot, storedSnapshot } from '@/lib/documents/snapshot';
import type { InvoiceFacts } from '@/lib/documents/status';
import { type CalendarDate, fromDbDate, todayIn } from '@/lib/time/calendar-date';
import { type ReturnedPart, returnedParts } from './returned-parts';
import { ownInvoices } from './where';

/** One payment of an invoice; `amount` is the part that settles it. */
export type InvoicePayment = {
  id: string;
  on: CalendarDate;
  amount: bigint;
  method: PaymentMethod;
  methodDetail: string;
};

/** What happened to an invoice, as far as it concerns its reader. */
export type HistoryEvent =
  | {
      kind: 'issued' | 'mailed' | 'opened' | 'openedByYou' | 'voided' | 'underWay';
      at: Date;
      to?: string;
    }
  | { kind: 'paid'; on: CalendarDate; amount: bigint; method: PaymentMethod; methodDetail: string }
  | { kind: 'returned'; on: CalendarDate; amount: bigint; how: ReturnedPart['how'] };

export type PortalInvoice = {
  id: string;
  number: string;
  title: string;
  currency: string;
  facts: InvoiceFacts;
  voidReason: string;
  snapshot: DocumentSnapshot;
  /** Size of the stored PDF in bytes, or null while it is being drawn. */
  pdfSize: number | null;
  payments: InvoicePayment[];
  underWaySince: CalendarDate | null;
  /** The newest first. */
  history: HistoryEvent[];
};

/** One issued invoice of this client with everything its page says. Missing for anything else. */
export async function readInvoice(ctx: PortalContext, id: string): Promise<PortalInvoice> {
  const document = await ctx.db.document.findFirst({
    where: { ...ownInvoices(ctx), id },
    include: {
      allocations: {
        orderBy: [{ payment: { receivedOn: 'asc' } }, { createdAt: 'asc' }],
        select: {
          amount: true,
          payment: { select: { id: true, receivedOn: true, method: true, methodDetail: true } },
        },
      },
      messages: {
        where: { kind: 'INVOICE', state: 'SENT' },
        orderBy: { sentAt: 'asc' },
        take: 10,
        select: { sentAt: true, toEmail: true },
      },
    },
  });
  if (!document?.number || !document.issuedAt) throw new Missing();
  const payments = document.allocations.map(({ amount, payment }) => ({
    id: payment.id,
    on: fromDbDate(payment.receivedOn),
    amount,
    method: payment.method,
    methodDetail: payment.methodDetail,
  }));
  const still = new Map(payments.map((payment) => [payment.id, payment.amount]));
  const [opened, underWay, pdf, returned] = await Promise.all([
    ctx.db.documentView.findFirst({
      where: {
        documentId: id,
        session: { partyId: ctx.party.id, contactId: ctx.contactId },
      },
      orderBy: { at: 'asc' },
      select: { at: true },
    }),
    document.processingAmount > 0n
      ? ctx.db.checkout.findFirst({
          where: { state: 'PROCESSING', items: { some: { documentId: id } } },
          orderBy: { createdAt: 'asc' },
          select: { createdAt: true },
        })
      : null,
    document.pdfHash
      ? ctx.db.storedFile.findFirst({ where: { hash: document.pdfHash }, select: { size: true } })
      : null,
    returnedParts(ctx, document, still),
  ]);
  const zone = ctx.business.timeZone;
  const seen: HistoryEvent[] = opened
    ? [{ kind: 'openedByYou', at: opened.at }]
    : document.viewedAt
      ? [{ kind: 'opened', at: document.viewedAt }]
      : [];
  const history: HistoryEvent[] = [
    { kind: 'issued', at: document.issuedAt },
    ...document.messages.flatMap(({ sentAt, toEmail }): HistoryEvent[] =>
      sentAt ? [{ kind: 'mailed', at: sentAt, to: toEmail }] : [],
    ),
    ...seen,
    ...arrived(payments, returned),
    ...returned.map(({ on, amount, how }): HistoryEvent => ({ kind: 'returned', on, amount, how })),
    ...(underWay ? [{ kind: 'underWay' as const, at: underWay.createdAt }] : []),
    ...(document.voidedAt ? [{ kind: 'voided' as const, at: document.voidedAt }] : []),
  ];
  return {
    id,
    number: document.number,
    title: document.title,
    currency: document.currency,
    facts: document,
    voidReason: document.voidReason,
    snapshot: storedSnapshot(document),
    pdfSize: pdf?.size ?? null,
    payments,
    underWaySince: underWay ? todayIn(zone, underWay.createdAt) : null,
    history: newestFirst(history, zone),
  };
}

/** Each payment with what it settled when it came, also one of which nothing is left. */
function arrived(
  payments: readonly InvoicePayment[],
  returned: readonly ReturnedPart[],
): HistoryEvent[] {
  const whole = payments.filter(({ id }) => !returned.some(({ paymentId }) => paymentId === id));
  return [
    ...whole,
    ...returned.map(({ receivedOn, settled, ...payment }) => ({
      ...payment,
      on: receivedOn,
      amount: settled,
    })),
  ].map(({ on, amount, method, methodDetail }) => ({
    kind: 'paid',
    on,
    amount,
    method,
    methodDetail,
  }));
}

/** By day, then by time; money has only a day and stands after what happened during it. */
function newestFirst(history: HistoryEvent[], zone: string): HistoryEvent[] {
  const key = (event: HistoryEvent) =>
    'on' in event ? `${event.on}T99` : `${todayIn(zone, event.at)}T${event.at.toISOString()}`;
  return history
    .map((event, index) => ({ event, key: key(event), index }))
    .sort((a, b) => (a.key === b.key ? b.index - a.index : a.key < b.key ? 1 : -1))
    .map(({ event }) => event);
}
