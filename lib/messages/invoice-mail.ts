import type { BusinessMail } from '@/emails/business-mail';
import { type InvoiceMailFacts, invoiceMail } from '@/emails/invoice';
import { Missing } from '@/lib/actions/refused';
import type { AnyContext } from '@/lib/auth/context';
import { nextInvoiceNumber } from '@/lib/businesses/next-number';
import { takesCards } from '@/lib/businesses/takes-cards';
import { isId } from '@/lib/forms/is-id';
import type { Locale } from '@/lib/i18n/locale';
import {
  bodyParagraphs,
  fillVariables,
  subjectLine,
  type VariableValues,
  type Words,
} from '@/lib/templates/variables';
import { addDays, type CalendarDate, fromDbDate } from '@/lib/time/calendar-date';
import { type Reader, readerOf } from './reader';
import { greetingOf, type Recipient, type RecipientParty } from './recipients';

type Ctx = AnyContext;
type Db = AnyContext['db'];

/** An invoice with what its mail states. Of a draft, the number and dates are those it would take today. */
export type MailedInvoice = {
  id: string;
  version: number;
  isDraft: boolean;
  isVoid: boolean;
  locale: Locale;
  party: RecipientParty & { locale: Locale; country: string };
  facts: Omit<InvoiceMailFacts, 'linkUntil' | 'attached' | 'country'>;
};

/** Loads what the mail of an invoice states, as things stand. Missing for what is no invoice of this business. */
export async function loadMailedInvoice(
  db: Db,
  ctx: Ctx,
  documentId: string,
): Promise<MailedInvoice> {
  if (!isId(documentId)) throw new Missing();
  const document = await db.document.findFirst({
    where: { id: documentId, kind: 'INVOICE' },
    include: {
      party: true,
      allocations: {
        orderBy: [{ createdAt: 'asc' }],
        select: { amount: true, payment: { select: { receivedOn: true } } },
      },
    },
  });
  if (!document) throw new Missing();
  const isDraft = document.issuedAt === null;
  const issueOn = document.issueOn ? fromDbDate(document.issueOn) : ctx.today();
  const { party } = document;
  return {
    id: document.id,
    version: document.version,
    isDraft,
    isVoid: document.voidedAt !== null,
    locale: document.locale,
    party,
    facts: {
      number: document.number ?? (await nextInvoiceNumber({ db, business: ctx.business }, issueOn)),
      title: document.title,
      reference: document.reference,
      currency: document.currency,
      total: document.totalAmount,
      hasTax: document.taxAmount !== 0n,
      open: isDraft ? document.totalAmount : document.openAmount,
      dueOn: dueOn(document, issueOn),
      payments: document.allocations.map(({ amount, payment }) => ({
        on: fromDbDate(payment.receivedOn),
        amount,
      })),
      payable: await takesCards({ db }),
    },
  };
}

function dueOn(
  document: { issuedAt: Date | null; dueOn: Date | null; termsDays: number | null },
  issueOn: CalendarDate,
): CalendarDate | null {
  if (!document.issuedAt && document.termsDays !== null)
    return addDays(issueOn, document.termsDays);
  return document.dueOn ? fromDbDate(document.dueOn) : null;
}

/** The values of an invoice mail's variables, in the recipient's language. */
export async function invoiceVariables(
  db: Db,
  ctx: Ctx,
  reader: Reader,
  invoice: MailedInvoice,
  to: Pick<Recipient, 'contactId'>,
): Promise<VariableValues> {
  const { f, locale } = reader;
  const { facts, party } = invoice;
  return {
    'client.greeting': await greetingOf(db, party, to, locale),
    'client.name': party.displayName,
    'business.name': ctx.business.name,
    'sender.name': ctx.kind === 'staff' ? ctx.user.name : ctx.business.name,
    'invoice.number': facts.number,
    'invoice.title': facts.title,
    'invoice.reference': facts.reference,
    'invoice.total': f.money(facts.total, facts.currency),
    'invoice.due': f.money(facts.open, facts.currency),
    'invoice.dueDate': facts.dueOn ? f.date(facts.dueOn, 'long') : '',
  };
}

/** The invoice's mail with these words, their variables filled. */
export async function composeInvoiceMail(
  db: Db,
  ctx: Ctx,
  invoice: MailedInvoice,
  given: { to: Pick<Recipient, 'contactId'>; words: Words; attached: boolean; linkUntil: Date },
): Promise<BusinessMail> {
  const reader = readerOf(ctx, invoice.locale);
  const values = await invoiceVariables(db, ctx, reader, invoice, given.to);
  return invoiceMail(
    reader,
    ctx.business,
    {
      subject: subjectLine(fillVariables(given.words.subject, values)),
      paragraphs: bodyParagraphs(fillVariables(given.words.body, values)),
    },
    {
      ...invoice.facts,
      linkUntil: given.linkUntil,
      attached: given.attached,
      country: invoice.party.country,
    },
  );
}
