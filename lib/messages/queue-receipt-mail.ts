import { renderBusinessMail } from '@/emails/business-mail';
import type { AnyContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';
import { createDocumentLink } from '@/lib/links/create-link';
import { wordsOf } from '@/lib/templates/words-of';
import { messageOfEffect, putInOutbox } from './put-in-outbox';
import { composeReceiptMail, loadReceiptedPayment } from './receipt-mail';
import { copiesTo, type Recipient, recipientsOf } from './recipients';

/**
 * Puts the receipt of a payment into the outbox, in the caller's transaction, to the client's main address with copies
 * to the contacts who get receipts. Once per payment, however often it is asked for. Null when the client has no
 * address.
 */
export async function queueReceiptMail(
  tx: ScopedTx,
  ctx: AnyContext,
  paymentId: string,
): Promise<string | null> {
  const effectKey = `receipt:${paymentId}`;
  const queued = await messageOfEffect(tx, effectKey);
  if (queued) return queued;
  const { party } = await loadReceiptedPayment(tx, paymentId);
  const recipients = await recipientsOf(tx, party);
  if (!recipients.main) return null;
  return receiptTo(tx, ctx, {
    paymentId,
    effectKey,
    to: recipients.main,
    cc: copiesTo(recipients, 'getsReceipts'),
  });
}

/** The same to a given recipient: for sending a receipt again. */
export async function receiptTo(
  tx: ScopedTx,
  ctx: AnyContext,
  order: { paymentId: string; effectKey: string; to: Recipient; cc: readonly string[] },
): Promise<string> {
  const payment = await loadReceiptedPayment(tx, order.paymentId);
  const { party, locale } = payment;
  const documentId = payment.settled[0]?.documentId ?? (await newestDocument(tx, party.id));
  const link = documentId
    ? await linkTo(tx, ctx, { ...order, partyId: party.id, documentId })
    : null;
  const words = await wordsOf(tx, 'RECEIPT', locale, party.id);
  const mail = await composeReceiptMail(tx, ctx, payment, {
    contactId: order.to.contactId,
    words,
    linkUntil: link?.expiresAt ?? null,
  });
  const { logoHash } = ctx.business;
  return putInOutbox(tx, ctx, {
    kind: 'RECEIPT',
    effectKey: order.effectKey,
    partyId: party.id,
    documentId: payment.settled.length === 1 ? documentId : null,
    paymentId: order.paymentId,
    linkId: link?.id ?? null,
    to: order.to,
    cc: order.cc,
    locale,
    mail: await renderBusinessMail(mail),
    attachments: logoHash ? [{ kind: 'logo', hash: logoHash }] : [],
    sendAfter: ctx.now(),
  });
}

async function linkTo(
  tx: ScopedTx,
  ctx: AnyContext,
  { to, partyId, documentId }: { to: Recipient; partyId: string; documentId: string },
): Promise<{ id: string; expiresAt: Date }> {
  const id = await createDocumentLink(tx, ctx, {
    partyId,
    contactId: to.contactId,
    sentTo: to.email,
    documentId,
  });
  return tx.link.findUniqueOrThrow({ where: ctx.key(id), select: { id: true, expiresAt: true } });
}

/** Where the link of a payment lands that has settled nothing yet; null for a client without documents. */
async function newestDocument(tx: ScopedTx, partyId: string): Promise<string | null> {
  const found = await tx.document.findFirst({
    where: { partyId, kind: 'INVOICE', issuedAt: { not: null } },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  return found?.id ?? null;
}
