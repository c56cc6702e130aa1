import { brandTokens } from '@/lib/businesses/brand';
import type { Business } from '@/lib/db/generated/client';
import type { Formatter } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import type { CalendarDate } from '@/lib/time/calendar-date';
import { type BusinessMail, LINK_MARK } from './business-mail';
import type { MailFact } from './facts';
import { mailSender } from './sender';

/** What an invoice mail states; amounts in minor units of `currency`. */
export type InvoiceMailFacts = {
  number: string;
  title: string;
  reference: string;
  currency: string;
  total: bigint;
  hasTax: boolean;
  open: bigint;
  dueOn: CalendarDate | null;
  payments: readonly { on: CalendarDate; amount: bigint }[];
  /** Whether the page behind the button takes payments. */
  payable: boolean;
  linkUntil: Date;
  attached: boolean;
  /** The client's country, which decides how the sender's address and phone are written. */
  country: string;
};

const MOST_PAYMENTS = 3;

/** The mail that brings an invoice. `paragraphs` are the owner's words; the amount follows the first two. */
export function invoiceMail(
  reader: { locale: Locale; t: T; f: Formatter },
  business: Business,
  words: { subject: string; paragraphs: readonly string[] },
  invoice: InvoiceMailFacts,
): BusinessMail {
  const { locale, t, f } = reader;
  const { number, currency, open, dueOn } = invoice;
  const amount = f.money(open, currency);
  const due = dueOn && f.date(dueOn, 'long');
  return {
    locale,
    subject: words.subject,
    preview: due
      ? t('emails.invoice.previewDue', { number, amount, date: due })
      : t('emails.invoice.preview', { number, amount }),
    sender: mailSender(business, { locale, t, country: invoice.country }),
    brand: brandTokens(business.brandColor),
    hasLogo: business.logoHash !== null,
    opening: words.paragraphs.slice(0, 2),
    figure: {
      label: open > 0n ? t('emails.invoice.amountDue') : t('emails.invoice.paidInFull'),
      amount: f.moneyParts(open, currency),
      text: amount,
      note:
        open === 0n
          ? ''
          : due
            ? t('emails.invoice.due', { date: due })
            : t('emails.invoice.dueNow'),
    },
    button: {
      label:
        open > 0n && invoice.payable ? t('emails.invoice.viewAndPay') : t('emails.invoice.view'),
      outlined: open === 0n,
    },
    facts: facts(reader, invoice),
    closing: words.paragraphs.slice(2),
    note: [
      ...(invoice.attached ? [t('emails.note.attached')] : []),
      t('emails.note.until', { date: f.instantDate(invoice.linkUntil, 'long') }),
      t('emails.note.open', { link: LINK_MARK }),
    ],
  };
}

function facts(reader: { t: T; f: Formatter }, invoice: InvoiceMailFacts): MailFact[] {
  const { t, f } = reader;
  const { currency, payments, total, open } = invoice;
  const money = (minor: bigint) => f.money(minor, currency);
  const list = payments.length <= MOST_PAYMENTS;
  const sameDays = new Set(payments.map((payment) => payment.on)).size < payments.length;
  const paid: MailFact[] =
    list && !sameDays
      ? payments.map(({ on, amount }) => ({
          label: t('emails.invoice.paidOn', { date: f.date(on, 'short') }),
          value: money(-amount),
        }))
      : [{ label: t('emails.invoice.paidSoFar'), value: money(open - total) }];
  return [
    { label: t('emails.invoice.number'), value: invoice.number, ltr: true },
    ...(invoice.title ? [{ label: t('emails.invoice.title'), value: invoice.title }] : []),
    ...(invoice.reference
      ? [{ label: t('emails.invoice.reference'), value: invoice.reference, ltr: true }]
      : []),
    ...(payments.length > 0 || open !== total
      ? [
          {
            label: invoice.hasTax ? t('emails.invoice.totalWithTax') : t('emails.invoice.total'),
            value: money(total),
          },
          ...paid,
        ]
      : []),
    { label: t('emails.invoice.amountDue'), value: money(open), strong: true },
  ];
}
