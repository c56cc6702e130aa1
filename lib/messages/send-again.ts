import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import type { Message } from '@/lib/db/generated/client';
import type { ScopedTx } from '@/lib/db/transact';
import { createSignInLink } from '@/lib/links/create-link';
import { storedAttachments } from './attachments';
import { messageOfEffect } from './put-in-outbox';
import { queueInvoiceMail } from './queue-invoice-mail';
import { queueNewDeviceMail } from './queue-new-device-mail';
import { queuePortalLinkMail } from './queue-portal-link-mail';
import { receiptTo } from './queue-receipt-mail';
import { copiesTo, type Recipient, recipientsOf } from './recipients';

/**
 * Sends what a message said as a new one: today's amounts, the words that were written for it (else the template in
 * force), a link and Message-ID of its own, to the address that the client (or the same contact) has now. `newId` makes a double click one mail. The old message
 * counts as seen to. Refuses one that has not ended, and a client without an address.
 */
export async function sendAgain(
  ctx: StaffContext,
  input: { id: string; newId: string },
): Promise<{ id: string }> {
  return ctx.transact(async (tx) => {
    const where = ctx.key(input.id);
    const found = await tx.message.findUnique({ where, select: { partyId: true } });
    if (!found) throw new Missing();
    await tx.lock('Party', found.partyId);
    const message = await tx.message.findUniqueOrThrow({ where, include: { party: true } });
    const effectKey = `again:${input.newId}`;
    const done = await messageOfEffect(tx, effectKey);
    if (done) return { id: done };
    if (message.state === 'WAITING' || message.state === 'SENDING') {
      throw new Refused('mail.errors.stillWaiting');
    }
    const recipients = await recipientsOf(tx, message.party);
    const to = message.contactId
      ? recipients.contacts.find((contact) => contact.contactId === message.contactId)
      : recipients.main;
    if (!to) throw new Refused('mail.errors.noAddress', { client: message.party.displayName });
    const { name, email, contactId } = to;
    const what = message.kind === 'RECEIPT' ? 'getsReceipts' : 'getsInvoices';
    const cc = copiesTo(recipients, what).filter((copy) => copy !== email);
    const id = await queueNew(tx, ctx, message, { effectKey, to: { name, email, contactId }, cc });
    await tx.message.updateMany({
      where: { id: message.id, state: { in: ['FAILED', 'UNCERTAIN'] }, settledAt: null },
      data: { settledAt: ctx.now() },
    });
    return { id };
  });
}

async function queueNew(
  tx: ScopedTx,
  ctx: StaffContext,
  old: Message,
  order: { effectKey: string; to: Recipient; cc: string[] },
): Promise<string> {
  if (old.kind === 'INVOICE' && old.documentId) {
    const attachPdf = storedAttachments(old.attachments).some(({ kind }) => kind === 'document');
    return queueInvoiceMail(tx, ctx, {
      ...order,
      documentId: old.documentId,
      attachPdf,
      ...(old.typedSubject === null ? {} : { subject: old.typedSubject }),
      ...(old.typedBody === null ? {} : { body: old.typedBody }),
      sendAfter: ctx.now(),
    });
  }
  if (old.kind === 'RECEIPT' && old.paymentId) {
    const payment = await tx.payment.findUniqueOrThrow({
      where: ctx.key(old.paymentId),
      select: { reversedAt: true },
    });
    if (payment.reversedAt) throw new Refused('mail.errors.reversed');
    return receiptTo(tx, ctx, { ...order, paymentId: old.paymentId });
  }
  if (old.kind === 'NEW_DEVICE' && old.linkId) {
    return queueNewDeviceMail(tx, ctx, { linkId: old.linkId, effectKey: order.effectKey });
  }
  const linkId = await createSignInLink(tx, ctx, {
    partyId: old.partyId,
    contactId: order.to.contactId,
    sentTo: order.to.email,
    documentId: old.documentId,
  });
  return queuePortalLinkMail(tx, ctx, { linkId, effectKey: order.effectKey });
}
