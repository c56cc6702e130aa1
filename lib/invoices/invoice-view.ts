import type { StaffContext } from '@/lib/auth/context';
import type { PaymentMethod } from '@/lib/db/generated/enums';
import type { Paper } from '@/lib/documents/pdf/paper';
import { paperOf, storedSnapshot } from '@/lib/documents/snapshot';
import {
  daysOverdue,
  INVOICE_FACTS,
  type InvoiceState,
  invoiceState,
} from '@/lib/documents/status';
import { isId } from '@/lib/forms/is-id';
import { type CalendarDate, fromDbDate } from '@/lib/time/calendar-date';

/** An issued invoice for its page. Amounts in minor units. */
export type InvoiceView = {
  id: string;
  version: number;
  number: string;
  state: InvoiceState;
  daysOverdue: number;
  client: { id: string; name: string; email: string };
  currency: string;
  total: bigint;
  open: bigint;
  paid: bigint;
  processing: bigint;
  issueOn: CalendarDate | null;
  dueOn: CalendarDate | null;
  issuedAt: Date;
  sentAt: Date | null;
  viewedAt: Date | null;
  voidedAt: Date | null;
  voidReason: string;
  /** Drawing its PDF has failed and is still to be done. */
  isUndrawn: boolean;
  /** The paper as sealed, with what was paid since; drawn without the logo's bytes. */
  paper: Paper;
  payments: {
    id: string;
    amount: bigint;
    method: PaymentMethod;
    reference: string;
    receivedOn: CalendarDate;
  }[];
};

/** The kind of page an invoice id leads to: the editor, the issued invoice, or nothing. */
export async function invoicePhase(
  ctx: StaffContext,
  id: string,
): Promise<'draft' | 'issued' | null> {
  const found = await invoicePdfFacts(ctx, id);
  return found && (found.issued ? 'issued' : 'draft');
}

/** What the file of an invoice is called by, or null when there is no such invoice. */
export async function invoicePdfFacts(ctx: StaffContext, id: string) {
  if (!isId(id)) return null;
  const found = await ctx.db.document.findFirst({
    where: { id, kind: 'INVOICE' },
    select: { id: true, number: true, issuedAt: true, party: { select: { displayName: true } } },
  });
  return (
    found && {
      id: found.id,
      number: found.number,
      issued: found.issuedAt !== null,
      clientName: found.party.displayName,
    }
  );
}

/** Everything the page of an issued invoice shows of the invoice itself, or null when there is none. */
export async function invoiceView(ctx: StaffContext, id: string): Promise<InvoiceView | null> {
  const document = await ctx.db.document.findFirst({
    where: { id, kind: 'INVOICE', issuedAt: { not: null } },
    select: {
      ...INVOICE_FACTS,
      id: true,
      version: true,
      number: true,
      currency: true,
      issueOn: true,
      viewedAt: true,
      voidReason: true,
      pdfFailedAt: true,
      snapshot: true,
      party: { select: { id: true, displayName: true, email: true } },
      allocations: {
        orderBy: { createdAt: 'asc' },
        select: {
          amount: true,
          payment: { select: { id: true, method: true, reference: true, receivedOn: true } },
        },
      },
    },
  });
  if (!document?.issuedAt || document.number === null) return null;
  const payments = document.allocations.map(({ amount, payment }) => ({
    ...payment,
    amount,
    receivedOn: fromDbDate(payment.receivedOn),
  }));
  const today = ctx.today();
  const { snapshot } = document;
  return {
    id: document.id,
    version: document.version,
    number: document.number,
    state: invoiceState(document, today),
    daysOverdue: daysOverdue(document, today),
    client: {
      id: document.party.id,
      name: document.party.displayName,
      email: document.party.email,
    },
    currency: document.currency,
    total: document.totalAmount,
    open: document.openAmount,
    paid: payments.reduce((sum, payment) => sum + payment.amount, 0n),
    processing: document.processingAmount,
    issueOn: document.issueOn ? fromDbDate(document.issueOn) : null,
    dueOn: document.dueOn ? fromDbDate(document.dueOn) : null,
    issuedAt: document.issuedAt,
    sentAt: document.sentAt,
    viewedAt: document.viewedAt,
    voidedAt: document.voidedAt,
    voidReason: document.voidReason,
    isUndrawn: document.pdfFailedAt !== null,
    paper: paperOf(storedSnapshot({ snapshot }), {
      logoPng: null,
      stamp: document.voidedAt ? 'VOID' : null,
      paid: payments.map(({ receivedOn, amount }) => ({
        on: receivedOn,
        method: null,
        amount: String(amount),
      })),
      amountDue: String(document.openAmount),
    }),
    payments,
  };
}
