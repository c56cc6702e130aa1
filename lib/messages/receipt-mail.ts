import type { BusinessMail } from '@/emails/business-mail';
import { receiptMail } from '@/emails/receipt';
import { Missing } from '@/lib/actions/refused';
import type { AnyContext } from '@/lib/auth/context';
import type { Locale } from '@/lib/i18n/locale';
import { sum } from '@/lib/money/money';
import { bodyParagraphs, fillVariables, subjectLine, type Words } from '@/lib/templates/variables';
import { type CalendarDate, fromDbDate } from '@/lib/time/calendar-date';
import { readerOf } from './reader';
import { greetingOf, type RecipientParty } from './recipients';

type Db = AnyContext['db'];

/** A payment with what its receipt states. */
export type ReceiptedPayment = {
  id: string;
  locale: Locale;
  party: RecipientParty & { locale: Locale; country: string };
  currency: string;
  amount: bigint;
  on: CalendarDate;
  method: 'CARD' | 'BANK_DEBIT' | 'BANK_TRANSFER' | 'CASH' | 'CHEQUE' | 'OTHER';
  reference: string;
  settled: {
    documentId: string;
    number: string;
    amount: bigint;
    open: bigint;
    dueOn: CalendarDate | null;
  }[];
  reversed: boolean;
};

/** Loads what the receipt of a payment states, as things stand. It speaks the client's language. */
export async function loadReceiptedPayment(db: Db, paymentId: string): Promise<ReceiptedPayment> {
  const payment = await db.payment.findFirst({
    where: { id: paymentId },
    include: {
      party: true,
      allocations: {
        orderBy: [{ document: { issuedAt: 'asc' } }],
        select: {
          amount: true,
          document: { select: { id: true, number: true, openAmount: true, dueOn: true } },
        },
      },
    },
  });
  if (!payment) throw new Missing();
  return {
    id: payment.id,
    locale: payment.party.locale,
    party: payment.party,
    currency: payment.currency,
    amount: payment.amount,
    on: fromDbDate(payment.receivedOn),
    method: payment.method,
    reference: payment.reference,
    settled: payment.allocations.map(({ amount, document }) => ({
      documentId: document.id,
      number: document.number ?? '',
      amount,
      open: document.openAmount,
      dueOn: document.dueOn ? fromDbDate(document.dueOn) : null,
    })),
    reversed: payment.reversedAt !== null,
  };
}

/** The receipt with these words, their variables filled. */
export async function composeReceiptMail(
  db: Db,
  ctx: AnyContext,
  payment: ReceiptedPayment,
  given: { contactId: string | null; words: Words; linkUntil: Date | null },
): Promise<BusinessMail> {
  const reader = readerOf(ctx, payment.locale);
  const { t, f, locale } = reader;
  const { party, currency, amount } = payment;
  const method = t(`emails.methods.${payment.method}`);
  const values = {
    'client.greeting': await greetingOf(db, party, given, locale),
    'client.name': party.displayName,
    'business.name': ctx.business.name,
    'payment.amount': f.money(amount, currency),
    'payment.date': f.date(payment.on, 'long'),
    'payment.method': method,
    'payment.invoices': f.list(payment.settled.map(({ number }) => number)),
  };
  return receiptMail(
    reader,
    ctx.business,
    {
      subject: subjectLine(fillVariables(given.words.subject, values)),
      paragraphs: bodyParagraphs(fillVariables(given.words.body, values)),
    },
    {
      currency,
      amount,
      on: payment.on,
      method,
      reference: payment.reference,
      settled: payment.settled,
      credit: amount - sum(payment.settled.map((row) => row.amount)),
      linkUntil: given.linkUntil,
      country: party.country,
    },
  );
}
