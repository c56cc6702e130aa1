import { renderBusinessMail } from '@/emails/business-mail';
import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import type { Locale } from '@/lib/i18n/locale';
import { translator } from '@/lib/i18n/translate';
import { type TemplateKind, unknownVariables, type Words } from '@/lib/templates/variables';
import { addDays } from '@/lib/time/calendar-date';
import { composeInvoiceMail, loadMailedInvoice, type MailedInvoice } from './invoice-mail';
import { composeReceiptMail, loadReceiptedPayment, type ReceiptedPayment } from './receipt-mail';
import { shownHtml } from './shown-html';

const MOST = 20;
const DAY_MS = 86_400_000;

/** Real records a template can be tried on, the newest first: invoices, or payments. */
export async function previewSubjects(
  ctx: StaffContext,
  kind: TemplateKind,
): Promise<{ value: string; label: string }[]> {
  if (kind === 'INVOICE') {
    const rows = await ctx.db.document.findMany({
      where: { kind: 'INVOICE', issuedAt: { not: null } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MOST,
      select: { id: true, number: true, party: { select: { displayName: true } } },
    });
    return rows.map(({ id, number, party }) => ({
      value: id,
      label: `${party.displayName} · ${number}`,
    }));
  }
  const rows = await ctx.db.payment.findMany({
    where: { reversedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: { id: true, amount: true, currency: true, party: { select: { displayName: true } } },
  });
  return rows.map(({ id, amount, currency, party }) => ({
    value: id,
    label: `${party.displayName} · ${ctx.f.money(amount, currency)}`,
  }));
}

/** What the template editor shows beside the words. */
export type TemplatePreview = { subject: string; html: string; unknown: string[] };

/**
 * A mail with the words being typed, in the template's language, about a real record; without one (`subjectId` null)
 * about an example. Nothing is stored.
 */
export async function previewTemplate(
  ctx: StaffContext,
  input: Words & { kind: TemplateKind; locale: Locale; subjectId: string | null },
): Promise<TemplatePreview> {
  const { kind, locale, subjectId, subject, body } = input;
  const words = { subject, body };
  const linkUntil = new Date(ctx.now().getTime() + ctx.business.linkDays * DAY_MS);
  const mail =
    kind === 'INVOICE'
      ? await composeInvoiceMail(
          ctx.db,
          ctx,
          {
            ...(subjectId ? await issued(ctx, subjectId) : exampleInvoice(ctx, locale)),
            locale,
          },
          { to: { contactId: null }, words, attached: true, linkUntil },
        )
      : await composeReceiptMail(
          ctx.db,
          ctx,
          {
            ...(subjectId
              ? await loadReceiptedPayment(ctx.db, subjectId)
              : examplePayment(ctx, locale)),
            locale,
          },
          { contactId: null, words, linkUntil },
        );
  const rendered = await renderBusinessMail(mail);
  return {
    subject: rendered.subject,
    html: await shownHtml(ctx, rendered.html, ctx.business.logoHash),
    unknown: unknownVariables(kind, `${subject}\n${body}`),
  };
}

async function issued(ctx: StaffContext, id: string): Promise<MailedInvoice> {
  const invoice = await loadMailedInvoice(ctx.db, ctx, id);
  if (invoice.isDraft) throw new Missing();
  return invoice;
}

function exampleParty(ctx: StaffContext, locale: Locale) {
  const name = translator(locale)('templates.example.client');
  return {
    id: newId(),
    kind: 'ORGANISATION' as const,
    displayName: name,
    companyName: name,
    givenName: '',
    familyName: '',
    email: '',
    locale,
    country: ctx.business.country,
  };
}

function exampleInvoice(ctx: StaffContext, locale: Locale): MailedInvoice {
  const total = 125_000n;
  return {
    id: newId(),
    version: 1,
    isDraft: false,
    isVoid: false,
    locale,
    party: exampleParty(ctx, locale),
    facts: {
      number: 'INV-0001',
      title: translator(locale)('templates.example.title'),
      reference: '',
      currency: ctx.business.currency,
      total,
      hasTax: true,
      open: total,
      dueOn: addDays(ctx.today(), ctx.business.paymentTermsDays),
      payments: [],
      payable: true,
    },
  };
}

function examplePayment(ctx: StaffContext, locale: Locale): ReceiptedPayment {
  const amount = 125_000n;
  return {
    id: newId(),
    locale,
    party: exampleParty(ctx, locale),
    currency: ctx.business.currency,
    amount,
    on: ctx.today(),
    method: 'BANK_TRANSFER',
    reference: '',
    settled: [{ documentId: newId(), number: 'INV-0001', amount, open: 0n, dueOn: null }],
    reversed: false,
  };
}
