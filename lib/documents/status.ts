import type { Prisma } from '@/lib/db/generated/client';
import { type CalendarDate, daysBetween, fromDbDate, toDbDate } from '@/lib/time/calendar-date';

/** What an invoice is called today. Nothing of this is stored: it follows from the facts. */
export const INVOICE_STATES = [
  'draft',
  'unsent',
  'due',
  'partPaid',
  'overdue',
  'processing',
  'paid',
  'void',
] as const;

export type InvoiceState = (typeof INVOICE_STATES)[number];

/** The stored facts a state follows from. */
export type InvoiceFacts = {
  issuedAt: Date | null;
  sentAt: Date | null;
  voidedAt: Date | null;
  dueOn: Date | null;
  totalAmount: bigint;
  openAmount: bigint;
  processingAmount: bigint;
};

/** The columns they are read from. */
export const INVOICE_FACTS = {
  issuedAt: true,
  sentAt: true,
  voidedAt: true,
  dueOn: true,
  totalAmount: true,
  openAmount: true,
  processingAmount: true,
} as const satisfies Record<keyof InvoiceFacts, true>;

/** The state on a calendar day of the business. Overdue begins the day after the due day. */
export function invoiceState(facts: InvoiceFacts, today: CalendarDate): InvoiceState {
  if (!facts.issuedAt) return 'draft';
  if (facts.voidedAt) return 'void';
  if (facts.openAmount === 0n) return 'paid';
  if (facts.processingAmount > 0n) return 'processing';
  if (facts.dueOn && fromDbDate(facts.dueOn) < today) return 'overdue';
  if (facts.openAmount < facts.totalAmount) return 'partPaid';
  return facts.sentAt ? 'due' : 'unsent';
}

/** Days since the due day; 0 while it is not over. */
export function daysOverdue(facts: InvoiceFacts, today: CalendarDate): number {
  return invoiceState(facts, today) === 'overdue' && facts.dueOn
    ? daysBetween(fromDbDate(facts.dueOn), today)
    : 0;
}

/** The rows whose `invoiceState` is this one: kept beside it, and tested with it. `total` is `db.document.fields.totalAmount`. */
export function whereState(
  state: InvoiceState,
  today: CalendarDate,
  total: Prisma.FieldRef<'Document', 'BigInt'>,
): Prisma.DocumentWhereInput {
  const midnight = toDbDate(today);
  const issued = { issuedAt: { not: null }, voidedAt: null } satisfies Prisma.DocumentWhereInput;
  const open = { ...issued, openAmount: { gt: 0n } } satisfies Prisma.DocumentWhereInput;
  const waiting = { ...open, processingAmount: 0n } satisfies Prisma.DocumentWhereInput;
  const untouched = { openAmount: { equals: total } };
  const notOverdue = { OR: [{ dueOn: null }, { dueOn: { gte: midnight } }] };
  switch (state) {
    case 'draft':
      return { issuedAt: null };
    case 'void':
      return { issuedAt: { not: null }, voidedAt: { not: null } };
    case 'paid':
      return { ...issued, openAmount: 0n };
    case 'processing':
      return { ...open, processingAmount: { gt: 0n } };
    case 'overdue':
      return { ...waiting, dueOn: { lt: midnight } };
    case 'partPaid':
      return { ...waiting, AND: [notOverdue, { NOT: untouched }] };
    case 'due':
      return { ...waiting, sentAt: { not: null }, AND: [notOverdue, untouched] };
    case 'unsent':
      return { ...waiting, sentAt: null, AND: [notOverdue, untouched] };
  }
}
