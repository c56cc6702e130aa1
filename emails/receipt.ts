import { brandTokens } from '@/lib/businesses/brand';
import type { Business } from '@/lib/db/generated/client';
import type { Formatter } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import type { CalendarDate } from '@/lib/time/calendar-date';
import { type BusinessMail, LINK_MARK } from './business-mail';
import type { MailFact } from './facts';
import { mailSender } from './sender';

/** What a receipt states; amounts in minor units of `currency`. */
export type ReceiptMailFacts = {
  currency: string;
  amount: bigint;
  on: CalendarDate;
  /** 'card', 'bank transfer' in the recipient's language. */
  method: string;
  reference: string;
  /** What the money settled, with what is still open on each after it. */
  settled: readonly { number: string; amount: bigint; open: bigint; dueOn: CalendarDate | null }[];
  /** What settled nothing and is kept for the client. */
  credit: bigint;
  /** Null when there is nothing a link could lead to. */
  linkUntil: Date | null;
  country: string;
};

/** The mail that says money has arrived. Its button is outlined: there is nothing to do. */
export function receiptMail(
  reader: { locale: Locale; t: T; f: Formatter },
  business: Business,
  words: { subject: string; paragraphs: readonly string[] },
  payment: ReceiptMailFacts,
): BusinessMail {
  const { locale, t, f } = reader;
  const date = f.date(payment.on, 'long');
  const { method, currency, amount } = payment;
  return {
    locale,
    subject: words.subject,
    preview: t('emails.receipt.preview', { date, method }),
    sender: mailSender(business, { locale, t, country: payment.country }),
    brand: brandTokens(business.brandColor),
    hasLogo: business.logoHash !== null,
    opening: words.paragraphs.slice(0, 2),
    figure: {
      label: t('emails.receipt.received'),
      amount: f.moneyParts(amount, currency),
      text: f.money(amount, currency),
      note: t('emails.receipt.paidOn', { date, method }),
    },
    button: payment.linkUntil && {
      label: payment.settled.length === 1 ? t('emails.receipt.view') : t('emails.receipt.viewAll'),
      outlined: true,
    },
    facts: facts(reader, payment),
    closing: words.paragraphs.slice(2),
    note: payment.linkUntil
      ? [
          t('emails.note.until', { date: f.instantDate(payment.linkUntil, 'long') }),
          t('emails.note.open', { link: LINK_MARK }),
        ]
      : [],
  };
}

const MOST_DOCUMENTS = 12;

function facts(reader: { t: T; f: Formatter }, payment: ReceiptMailFacts): MailFact[] {
  const { t, f } = reader;
  const money = (minor: bigint) => f.money(minor, payment.currency);
  const settled = payment.settled.slice(0, MOST_DOCUMENTS);
  const only = settled.length === 1 ? settled[0] : undefined;
  return [
    ...(payment.reference
      ? [{ label: t('emails.receipt.reference'), value: payment.reference, ltr: true }]
      : []),
    ...settled.map(({ number, amount }) => ({
      label: t('emails.receipt.for', { number }),
      value: money(amount),
    })),
    ...(payment.credit > 0n
      ? [{ label: t('emails.receipt.credit'), value: money(payment.credit) }]
      : []),
    ...(only ? [stillOpen(reader, only, money)] : []),
  ];
}

function stillOpen(
  { t, f }: { t: T; f: Formatter },
  document: ReceiptMailFacts['settled'][number],
  money: (minor: bigint) => string,
): MailFact {
  const { number, open, dueOn } = document;
  const value = money(open);
  if (open === 0n) return { label: t('emails.receipt.settled', { number }), value, strong: true };
  const label = dueOn
    ? t('emails.receipt.stillDueBy', { number, date: f.date(dueOn, 'short') })
    : t('emails.receipt.stillDue', { number });
  return { label, value, strong: true };
}
