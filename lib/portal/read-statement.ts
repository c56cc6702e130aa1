import { type CalendarDate, fromDbDate, toDbDate, todayIn } from '@/lib/time/calendar-date';
import { endOfDay, startOfDay } from '@/lib/time/time-zone';
import type { ClientView } from './client-view';
import { titleOf } from './invoices';
import { returnedEntries } from './returned-entries';
import { type Entry, layOutStatement, type Statement } from './statement';
import { ownInvoices } from './where';

export type Period = { from: CalendarDate; to: CalendarDate };

/**
 * The statement of one client in one currency, both days included: every invoice and void, every payment and whatever
 * of it went back, by the day on which it happened. Its closing balance today is what is open less the client's credit.
 */
export async function readStatement(
  ctx: ClientView,
  { currency, from, to }: Period & { currency: string },
): Promise<Statement> {
  const zone = ctx.business.timeZone;
  const start = startOfDay(from, zone);
  const end = endOfDay(to, zone);
  const days = { gte: toDbDate(from), lte: toDbDate(to) };
  const invoices = { ...ownInvoices(ctx), currency };
  const payments = { partyId: ctx.party.id, currency };
  const [charged, cancelled, received, issued, voided, paid, returned] = await Promise.all([
    ctx.db.document.aggregate({
      where: { ...invoices, issueOn: { lt: toDbDate(from) } },
      _sum: { totalAmount: true },
    }),
    ctx.db.document.aggregate({
      where: { ...invoices, voidedAt: { lt: start } },
      _sum: { totalAmount: true },
    }),
    ctx.db.payment.aggregate({
      where: { ...payments, receivedOn: { lt: toDbDate(from) } },
      _sum: { amount: true },
    }),
    ctx.db.document.findMany({ where: { ...invoices, issueOn: days }, select: DOCUMENT }),
    ctx.db.document.findMany({
      where: { ...invoices, voidedAt: { gte: start, lt: end } },
      select: DOCUMENT,
    }),
    ctx.db.payment.findMany({ where: { ...payments, receivedOn: days }, select: PAYMENT }),
    returnedEntries(ctx, { currency }),
  ]);
  const before = returned.filter((entry) => entry.on < from);
  const opening =
    (charged._sum.totalAmount ?? 0n) -
    (cancelled._sum.totalAmount ?? 0n) -
    (received._sum.amount ?? 0n) +
    before.reduce((sum, entry) => sum + entry.amount, 0n);
  return layOutStatement(opening, [
    ...issued.map((document) =>
      documentEntry('invoice', document, fromDbDate(document.issueOn ?? new Date(0))),
    ),
    ...voided.map((document) =>
      documentEntry('void', document, todayIn(zone, document.voidedAt ?? end)),
    ),
    ...paid.map(
      (payment): Entry => ({
        kind: 'payment',
        on: fromDbDate(payment.receivedOn),
        at: payment.createdAt,
        amount: -payment.amount,
        documentId: null,
        number: '',
        title: '',
        paymentId: payment.id,
        method: payment.method,
        methodDetail: payment.methodDetail,
      }),
    ),
    ...returned.filter((entry) => entry.on >= from && entry.on <= to),
  ]);
}

const DOCUMENT = {
  id: true,
  number: true,
  title: true,
  issueOn: true,
  issuedAt: true,
  voidedAt: true,
  totalAmount: true,
  lines: { orderBy: { position: 'asc' }, take: 1, select: { description: true } },
} as const;

const PAYMENT = {
  id: true,
  amount: true,
  method: true,
  methodDetail: true,
  receivedOn: true,
  createdAt: true,
} as const;

type Document = {
  id: string;
  number: string | null;
  title: string;
  issuedAt: Date | null;
  voidedAt: Date | null;
  totalAmount: bigint;
  lines: { description: string }[];
};

function documentEntry(kind: 'invoice' | 'void', document: Document, on: CalendarDate): Entry {
  return {
    kind,
    on,
    at: (kind === 'invoice' ? document.issuedAt : document.voidedAt) ?? new Date(0),
    amount: kind === 'invoice' ? document.totalAmount : -document.totalAmount,
    documentId: document.id,
    number: document.number ?? '',
    title: titleOf(document),
    paymentId: null,
    method: null,
    methodDetail: '',
  };
}
