import { renderBusinessMail } from '@/emails/business-mail';
import type { StaffContext } from '@/lib/auth/context';
import { hasMailRoute } from '@/lib/businesses/mail-route';
import { newId } from '@/lib/db/new-id';
import { tidyFileName } from '@/lib/files/file-name';
import { checkEmail } from '@/lib/mail/email-address';
import {
  composeInvoiceMail,
  invoiceVariables,
  loadMailedInvoice,
  type MailedInvoice,
} from '@/lib/messages/invoice-mail';
import { readerOf } from '@/lib/messages/reader';
import { copiesTo, recipientsOf } from '@/lib/messages/recipients';
import { shownHtml } from '@/lib/messages/shown-html';
import { fillVariables, subjectLine } from '@/lib/templates/variables';
import { type WordsSource, wordsOf } from '@/lib/templates/words-of';

/** What the send dialog opens with; every text is finished and in the reader's language. */
export type SendDraft = {
  formId: string;
  version: number;
  isDraft: boolean;
  number: string;
  title: string;
  note: string;
  pdfName: string;
  /** The main address first. */
  recipients: { email: string; name: string; isMain: boolean }[];
  to: string;
  cc: string[];
  /** False: the mail will wait in the outbox. */
  canLeave: boolean;
  /** The mail as it stands before anything is typed; with it the dialog opens in its final size, under a still hand. */
  preview: SendPreview;
};

/** Who an invoice would go to and what it is; of a draft with the version and number of this moment. */
export async function prepareSend(ctx: StaffContext, documentId: string): Promise<SendDraft> {
  const invoice = await loadMailedInvoice(ctx.db, ctx, documentId);
  const { t, f } = ctx;
  const { facts, party, isDraft, version } = invoice;
  const recipients = await recipientsOf(ctx.db, party);
  const amount = f.money(facts.open, facts.currency);
  const client = party.displayName;
  const to = recipients.main?.email ?? '';
  return {
    formId: newId(),
    version,
    isDraft,
    number: facts.number,
    title: isDraft ? t('mail.send.titleIssue', { client }) : t('mail.send.title', { client }),
    note: facts.dueOn
      ? t('mail.send.noteDue', { amount, date: f.date(facts.dueOn, 'long') })
      : amount,
    pdfName: tidyFileName([facts.number], 'pdf'),
    recipients: [
      ...(recipients.main ? [{ ...recipients.main, isMain: true }] : []),
      ...recipients.contacts
        .filter((contact) => contact.email !== recipients.main?.email)
        .map((contact) => ({ ...contact, isMain: false })),
    ].map(({ email, name, isMain }) => ({ email, name, isMain })),
    to,
    cc: copiesTo(recipients, 'getsInvoices'),
    canLeave: await hasMailRoute(ctx),
    preview: await draw(ctx, invoice, { to, subject: null, body: null, attachPdf: true }),
  };
}

/** What is typed so far; null words are the template's. */
export type SendTyped = {
  to: string;
  subject: string | null;
  body: string | null;
  attachPdf: boolean;
};

export type SendPreview = {
  html: string;
  /** The words as they stand, variables filled. */
  subject: string;
  body: string;
  source: WordsSource;
};

/** The mail as it would look with what is typed so far. Nothing is stored; its links lead nowhere. */
export async function previewSend(
  ctx: StaffContext,
  documentId: string,
  typed: SendTyped,
): Promise<SendPreview> {
  return draw(ctx, await loadMailedInvoice(ctx.db, ctx, documentId), typed);
}

async function draw(
  ctx: StaffContext,
  invoice: MailedInvoice,
  typed: SendTyped,
): Promise<SendPreview> {
  const template = await wordsOf(ctx.db, 'INVOICE', invoice.locale, invoice.party.id);
  const to = { contactId: await contactOf(ctx, invoice.party.id, typed.to) };
  const reader = readerOf(ctx, invoice.locale);
  const values = await invoiceVariables(ctx.db, ctx, reader, invoice, to);
  const words = {
    subject: typed.subject ?? subjectLine(fillVariables(template.subject, values)),
    body: typed.body ?? fillVariables(template.body, values),
  };
  const linkUntil = new Date(ctx.now().getTime() + ctx.business.linkDays * 86_400_000);
  const mail = await composeInvoiceMail(ctx.db, ctx, invoice, {
    to,
    words,
    attached: typed.attachPdf,
    linkUntil,
  });
  const { html } = await renderBusinessMail(mail);
  return {
    html: await shownHtml(ctx, html, ctx.business.logoHash),
    ...words,
    source: template.source,
  };
}

async function contactOf(
  ctx: StaffContext,
  partyId: string,
  typed: string,
): Promise<string | null> {
  const checked = checkEmail(typed);
  if (!checked.ok) return null;
  const contact = await ctx.db.contact.findFirst({
    where: {
      partyId,
      archivedAt: null,
      email: checked.email,
      party: { email: { not: checked.email } },
    },
    select: { id: true },
  });
  return contact?.id ?? null;
}
