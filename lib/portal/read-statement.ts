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
  const [charged, cancelled, received, documents, paid, returned] = await Promise.all([
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
    ctx.db.document.findMany({
      where: { ...invoices, OR: [{ issueOn: days }, { voidedAt: { gte: start, lt: end } }] },
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
  const within = ({ on }: Entry) => on >= from && on <= to;
  return layOutStatement(opening, [
    ...documents.flatMap((document) => documentEntries(document, zone)).filter(within),
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
    ...returned.filter(within),
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
  issueOn: Date | null;
  issuedAt: Date | null;
  voidedAt: Date | null;
  totalAmount: bigint;
  lines: { description: string }[];
};

/** The day an invoice was charged, and the day it was made void. */
function documentEntries(document: Document, zone: string): Entry[] {
  const { issueOn, issuedAt, voidedAt, totalAmount } = document;
  const entry = (kind: 'invoice' | 'void', on: CalendarDate, at: Date, amount: bigint): Entry => ({
    kind,
    on,
    at,
    amount,
    documentId: document.id,
    number: document.number ?? '',
    title: titleOf(document),
    paymentId: null,
    method: null,
    methodDetail: '',
  });
  return [
    ...(issueOn && issuedAt ? [entry('invoice', fromDbDate(issueOn), issuedAt, totalAmount)] : []),
    ...(voidedAt ? [entry('void', todayIn(zone, voidedAt), voidedAt, -totalAmount)] : []),
  ];
}
