import type { RenderedMail } from '@/emails/render';
import type { AnyContext } from '@/lib/auth/context';
import type { MailKind } from '@/lib/db/generated/enums';
import { newId } from '@/lib/db/new-id';
import type { ScopedTx } from '@/lib/db/transact';
import { env } from '@/lib/env/env';
import { recordEvent } from '@/lib/events/record-event';
import type { Locale } from '@/lib/i18n/locale';
import { enqueue } from '@/lib/jobs/enqueue';
import type { StoredAttachment } from './attachments';
import type { Recipient } from './recipients';

/** A finished mail on its way into the outbox. `effectKey` names the effect: the same twice is one message. */
export type NewMessage = {
  kind: MailKind;
  effectKey: string;
  partyId: string;
  documentId?: string | null;
  paymentId?: string | null;
  /** Null for a mail without a button. */
  linkId: string | null;
  to: Recipient;
  cc: readonly string[];
  locale: Locale;
  mail: RenderedMail;
  /** Words that somebody wrote for this one mail; without them the template served. */
  typed?: { subject: string | null; body: string | null };
  attachments: readonly StoredAttachment[];
  sendAfter: Date;
};

/** The message that already stands for an effect, or null. */
export async function messageOfEffect(tx: ScopedTx, effectKey: string): Promise<string | null> {
  const found = await tx.message.findFirst({ where: { effectKey }, select: { id: true } });
  return found?.id ?? null;
}

/** Writes the message, its event and its job in the caller's transaction. Returns its id. */
export async function putInOutbox(
  tx: ScopedTx,
  ctx: Pick<AnyContext, 'business' | 'actor' | 'now' | 'kind'>,
  message: NewMessage,
): Promise<string> {
  const id = newId();
  const { business } = ctx;
  const { kind, partyId, documentId = null, paymentId = null, to, mail, sendAfter } = message;
  await tx.message.create({
    data: {
      businessId: business.id,
      id,
      kind,
      effectKey: message.effectKey,
      partyId,
      contactId: to.contactId,
      documentId,
      paymentId,
      linkId: message.linkId,
      toName: to.name,
      toEmail: to.email,
      cc: [...message.cc],
      replyTo: business.email,
      locale: message.locale,
      ...mail,
      typedSubject: message.typed?.subject ?? null,
      typedBody: message.typed?.body ?? null,
      attachments: [...message.attachments],
      messageId: `<${id}@${new URL(env().baseUrl).hostname}>`,
      state: 'WAITING',
      sendAfter,
      createdAt: ctx.now(),
      createdById: ctx.actor.kind === 'user' ? ctx.actor.id : null,
    },
  });
  recordEvent(tx, ctx, {
    kind: 'message.queued',
    partyId,
    documentId,
    paymentId,
    data: { messageId: id, mail: kind, to: to.email, cc: [...message.cc], subject: mail.subject },
  });
  await enqueue(
    tx,
    'send-message',
    { businessId: business.id, messageId: id },
    { startAfter: sendAfter },
  );
  return id;
}
