import { TITLE, titleOf } from '@/lib/documents/title';
import { type CalendarDate, fromDbDate, toDbDate, todayIn } from '@/lib/time/calendar-date';
import { endOfDay, startOfDay } from '@/lib/time/time-zone';
import type { ClientView } from './client-view';
import { returnedEntries } from './returned-entries';
import { type Entry, layOutStatement, MOST_LINES, type Statement } from './statement';
import { ownInvoices } from './where';

export type Period = { from: CalendarDate; to: CalendarDate };

/**
 * The statement of one client in one currency, both days included: every invoice and void, every payment and whatever
 * of it went back, by the day on which it happened. Its closing balance today is what is open less the client's credit.
 * Of a long period only the last days are read, with at least `most` lines; the others are counted and brought forward.
 */
export async function readStatement(
  ctx: ClientView,
  asked: Period & { currency: string },
  most = MOST_LINES,
): Promise<Statement> {
  const { currency, to } = asked;
  const from = await firstDayRead(ctx, asked, most);
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
  const entries = [
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
  ];
  const leftOut =
    before.filter(({ on }) => on >= asked.from).length +
    (await linesBetween(ctx, { ...asked, until: from }));
  return layOutStatement(opening, entries, leftOut);
}

/** The day from which on there are at least so many invoices or payments; the first of the period when there are fewer. */
async function firstDayRead(
  ctx: ClientView,
  { currency, from, to }: Period & { currency: string },
  most: number,
): Promise<CalendarDate> {
  const days = { gte: toDbDate(from), lte: toDbDate(to) };
  const [invoice, payment] = await Promise.all([
    ctx.db.document.findFirst({
      where: { ...ownInvoices(ctx), currency, issueOn: days },
      orderBy: { issueOn: 'desc' },
      skip: most - 1,
      select: { issueOn: true },
    }),
    ctx.db.payment.findFirst({
      where: { partyId: ctx.party.id, currency, receivedOn: days },
      orderBy: { receivedOn: 'desc' },
      skip: most - 1,
      select: { receivedOn: true },
    }),
  ]);
  const found = [invoice?.issueOn, payment?.receivedOn].flatMap((day) =>
    day ? fromDbDate(day) : [],
  );
  return found.reduce((latest, day) => (day > latest ? day : latest), from);
}

/** How many invoices, voids and payments lie in the period before the day from which it is read. */
async function linesBetween(
  ctx: ClientView,
  { currency, from, until }: { currency: string; from: CalendarDate; until: CalendarDate },
): Promise<number> {
  if (until <= from) return 0;
  const zone = ctx.business.timeZone;
  const invoices = { ...ownInvoices(ctx), currency };
  const days = { gte: toDbDate(from), lt: toDbDate(until) };
  const voidedAt = { gte: startOfDay(from, zone), lt: startOfDay(until, zone) };
  const counts = await Promise.all([
    ctx.db.document.count({ where: { ...invoices, issueOn: days } }),
    ctx.db.document.count({ where: { ...invoices, voidedAt } }),
    ctx.db.payment.count({ where: { partyId: ctx.party.id, currency, receivedOn: days } }),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

const DOCUMENT = {
  id: true,
  number: true,
  issueOn: true,
  issuedAt: true,
  voidedAt: true,
  totalAmount: true,
  ...TITLE,
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
