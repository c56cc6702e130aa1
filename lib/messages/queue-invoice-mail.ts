import { renderBusinessMail } from '@/emails/business-mail';
import { Refused } from '@/lib/actions/refused';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';
import { tidyFileName } from '@/lib/files/file-name';
import { createDocumentLink } from '@/lib/links/create-link';
import { wordsOf } from '@/lib/templates/words-of';
import { composeInvoiceMail, loadMailedInvoice } from './invoice-mail';
import { messageOfEffect, putInOutbox } from './put-in-outbox';
import type { Recipient } from './recipients';

/** What to send. Without `subject` or `body` the template in force is used, whole; both may hold variables. */
export type InvoiceMailOrder = {
  documentId: string;
  to: Recipient;
  cc: readonly string[];
  attachPdf: boolean;
  subject?: string;
  body?: string;
  sendAfter: Date;
  effectKey: string;
};

/**
 * Puts the mail of an issued invoice into the outbox with a link of its own, in the caller's transaction. The same
 * `effectKey` again answers the message that is there. Refuses a draft and a void invoice. Returns the message's id.
 */
export async function queueInvoiceMail(
  tx: ScopedTx,
  ctx: StaffContext | SystemContext,
  order: InvoiceMailOrder,
): Promise<string> {
  const queued = await messageOfEffect(tx, order.effectKey);
  if (queued) return queued;
  const invoice = await loadMailedInvoice(tx, ctx, order.documentId);
  if (invoice.isDraft) throw new Refused('mail.errors.draft');
  if (invoice.isVoid) throw new Refused('mail.errors.void');
  const { to, attachPdf, documentId } = order;
  const template = await wordsOf(tx, 'INVOICE', invoice.locale, invoice.party.id);
  const linkId = await createDocumentLink(tx, ctx, {
    partyId: invoice.party.id,
    contactId: to.contactId,
    sentTo: to.email,
    documentId,
  });
  const link = await tx.link.findUniqueOrThrow({
    where: ctx.key(linkId),
    select: { expiresAt: true },
  });
  const mail = await composeInvoiceMail(tx, ctx, invoice, {
    to,
    words: { subject: order.subject ?? template.subject, body: order.body ?? template.body },
    attached: attachPdf,
    linkUntil: link.expiresAt,
  });
  const { logoHash } = ctx.business;
  return putInOutbox(tx, ctx, {
    kind: 'INVOICE',
    effectKey: order.effectKey,
    partyId: invoice.party.id,
    documentId,
    linkId,
    to,
    cc: order.cc,
    locale: invoice.locale,
    mail: await renderBusinessMail(mail),
    typed: { subject: order.subject ?? null, body: order.body ?? null },
    attachments: [
      ...(logoHash ? [{ kind: 'logo' as const, hash: logoHash }] : []),
      ...(attachPdf
        ? [
            {
              kind: 'document' as const,
              documentId,
              filename: tidyFileName([invoice.facts.number], 'pdf'),
            },
          ]
        : []),
    ],
    sendAfter: order.sendAfter,
  });
}
