import type { SystemContext } from '@/lib/auth/context';
import { type MailRoute, mailRoute } from '@/lib/businesses/mail-route';
import type { Message } from '@/lib/db/generated/client';
import { enqueue } from '@/lib/jobs/enqueue';
import { LINK_PLACEHOLDER, linkUrl } from '@/lib/links/link-url';
import { deliver, type OutgoingMail } from '@/lib/mail/deliver';
import { loadAttachments, storedAttachments } from './attachments';
import { ASK_FOR_PDF_AFTER_MS, NO_SERVER_PAUSE_MS, pdfPause, SENDING_LEASE_MS } from './pauses';
import { markUncertain, settle } from './settle-message';
import { reasonNotToSend } from './stale-message';

/**
 * Sends one message of the outbox, at most once however often and by however many workers it is asked: the attempt is
 * counted and the message claimed before the server hears of it. What cannot go yet is put back into the queue for its
 * time. A message that an earlier attempt left in sending is not sent again: nobody knows whether it arrived.
 */
export async function sendMessage(ctx: SystemContext, id: string): Promise<void> {
  const message = await ctx.db.message.findUnique({ where: ctx.key(id) });
  if (!message) throw new Error('no such message');
  const now = ctx.now();
  if (message.state === 'SENDING') {
    const lease = message.nextAttemptAt ?? now;
    if (lease > now) return again(ctx, id, lease);
    return markUncertain(ctx, message);
  }
  if (message.state !== 'WAITING') return;
  const due = latest(message.sendAfter, message.nextAttemptAt);
  if (due > now) return again(ctx, id, due);

  const stale = await reasonNotToSend(ctx, message);
  if (stale) return settle(ctx, message, stale);
  const route = await mailRoute(ctx);
  if (!route) return wait(ctx, message, 'noServer', NO_SERVER_PAUSE_MS);
  const attachments = await loadAttachments(ctx, storedAttachments(message.attachments));
  if (attachments === 'pending') return waitForPdf(ctx, message, now.getTime() - due.getTime());

  const lease = new Date(ctx.now().getTime() + SENDING_LEASE_MS);
  const claimed = await ctx.db.message.updateMany({
    where: { id, state: 'WAITING', attempts: message.attempts },
    data: { state: 'SENDING', attempts: { increment: 1 }, nextAttemptAt: lease },
  });
  if (claimed.count === 0) return;
  const delivery = await deliver(route.server, outgoing(message, route, attachments));
  await settle(ctx, { ...message, attempts: message.attempts + 1 }, delivery);
}

/** The mail as it leaves: only here does the link get its token. One recipient set and a fixed set of headers. */
function outgoing(
  message: Message,
  route: MailRoute,
  attachments: NonNullable<OutgoingMail['attachments']>,
): OutgoingMail {
  const url = message.linkId ? linkUrl(message.linkId) : '';
  const fill = (text: string) => text.replaceAll(LINK_PLACEHOLDER, url);
  const automatic = message.kind !== 'INVOICE';
  return {
    from: route.from,
    to: { name: message.toName, address: message.toEmail },
    cc: message.cc,
    replyTo: message.replyTo && message.replyTo !== route.from.address ? message.replyTo : null,
    subject: message.subject,
    html: fill(message.html),
    text: fill(message.text),
    messageId: message.messageId,
    headers: automatic ? { 'Auto-Submitted': 'auto-generated' } : {},
    attachments,
  };
}

/** Looks again for its PDF, and has it drawn again when that takes long; given up after an hour, to be sent again by hand. */
async function waitForPdf(ctx: SystemContext, message: Message, waited: number): Promise<void> {
  const pause = pdfPause(waited);
  if (pause === null) return settle(ctx, message, { stale: 'pdfMissing' });
  const { documentId } = message;
  if (documentId && waited >= ASK_FOR_PDF_AFTER_MS) {
    const payload = { businessId: ctx.business.id, documentId };
    await ctx.transact((tx) => enqueue(tx, 'render-document-pdf', payload));
  }
  return wait(ctx, message, 'pdfPending', pause);
}

/** Keeps it waiting and says why; the attempt does not count, for no server was asked. */
async function wait(
  ctx: SystemContext,
  message: Message,
  errorKind: 'noServer' | 'pdfPending',
  pause: number,
): Promise<void> {
  const { id } = message;
  await ctx.transact(async (tx) => {
    const waiting = await tx.message.updateMany({
      where: { id, state: 'WAITING' },
      data: { errorKind, errorCode: null },
    });
    if (waiting.count === 0) return;
    const payload = { businessId: ctx.business.id, messageId: id };
    await enqueue(tx, 'send-message', payload, {
      startAfter: new Date(ctx.now().getTime() + pause),
    });
  });
}

async function again(ctx: SystemContext, id: string, at: Date): Promise<void> {
  await ctx.transact((tx) =>
    enqueue(tx, 'send-message', { businessId: ctx.business.id, messageId: id }, { startAfter: at }),
  );
}

function latest(one: Date, other: Date | null): Date {
  return other && other > one ? other : one;
}
