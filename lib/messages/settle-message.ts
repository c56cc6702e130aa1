import type { SystemContext } from '@/lib/auth/context';
import type { Message } from '@/lib/db/generated/client';
import type { ScopedTx } from '@/lib/db/transact';
import { recordEvent } from '@/lib/events/record-event';
import { enqueue } from '@/lib/jobs/enqueue';
import type { Delivery } from '@/lib/mail/deliver';
import { pauseAfter } from './pauses';
import type { StaleReason } from './stale-message';

type Outcome = Delivery | { stale: StaleReason };

/**
 * Writes down what became of an attempt. Taken: sent, and the document's first sending with it. Refused for good:
 * failed. Everything else may pass by itself or once the settings are put right: waiting again, for growing pauses,
 * given up after four days.
 */
export async function settle(
  ctx: SystemContext,
  message: Message,
  outcome: Outcome,
): Promise<void> {
  await ctx.transact(async (tx) => {
    if (message.documentId) await tx.lock('Document', message.documentId);
    if ('stale' in outcome) return stop(tx, ctx, message, outcome.stale);
    if (outcome.ok) return sent(tx, ctx, message, outcome);
    const { kind, code } = outcome;
    if (kind === 'unanswered') return interrupted(tx, ctx, message);
    const pause = kind === 'refused' || kind === 'permanent' ? null : pauseAfter(message.attempts);
    if (pause === null) return fail(tx, ctx, message, kind, code);
    const nextAttemptAt = new Date(ctx.now().getTime() + pause);
    const { count } = await tx.message.updateMany({
      where: { id: message.id, state: 'SENDING' },
      data: { state: 'WAITING', errorKind: kind, errorCode: code, nextAttemptAt },
    });
    if (count === 0) return;
    // Told once for each trouble, not for each attempt.
    if (message.errorKind !== kind)
      await record(tx, ctx, message, 'message.delayed', { trouble: kind, code });
    const payload = { businessId: ctx.business.id, messageId: message.id };
    await enqueue(tx, 'send-message', payload, { startAfter: nextAttemptAt });
  });
}

/** An attempt that ended without a word (a crash after the server heard it) is shown and never repeated blindly. */
export async function markUncertain(ctx: SystemContext, message: Message): Promise<void> {
  await ctx.transact((tx) => interrupted(tx, ctx, message));
}

async function interrupted(tx: ScopedTx, ctx: SystemContext, message: Message): Promise<void> {
  const { count } = await tx.message.updateMany({
    where: { id: message.id, state: 'SENDING', attempts: message.attempts },
    data: { state: 'UNCERTAIN', errorKind: 'interrupted', errorCode: null, nextAttemptAt: null },
  });
  if (count > 0) await record(tx, ctx, message, 'message.failed', { reason: 'interrupted' });
}

async function sent(
  tx: ScopedTx,
  ctx: SystemContext,
  message: Message,
  { code, rejected }: { code: number; rejected: string[] },
): Promise<void> {
  const now = ctx.now();
  const { count } = await tx.message.updateMany({
    where: { id: message.id, state: { in: ['SENDING', 'UNCERTAIN'] } },
    data: {
      state: 'SENT',
      sentAt: now,
      nextAttemptAt: null,
      errorKind: rejected.length > 0 ? 'copyRefused' : '',
      errorCode: code,
    },
  });
  if (count === 0) return;
  if (message.kind === 'INVOICE' && message.documentId) {
    await tx.document.updateMany({
      where: { id: message.documentId, sentAt: null },
      data: { sentAt: now, updatedAt: now, version: { increment: 1 } },
    });
  }
  await record(tx, ctx, message, 'message.sent', rejected.length > 0 ? { rejected } : {});
}

async function fail(
  tx: ScopedTx,
  ctx: SystemContext,
  message: Message,
  reason: string,
  code: number | null,
): Promise<void> {
  const { count } = await tx.message.updateMany({
    where: { id: message.id, state: 'SENDING' },
    data: { state: 'FAILED', errorKind: reason, errorCode: code, nextAttemptAt: null },
  });
  if (count > 0) await record(tx, ctx, message, 'message.failed', { reason, code });
}

/** A dead link or a missing PDF is a failure somebody must know of; the rest is the owner's own doing. */
async function stop(
  tx: ScopedTx,
  ctx: SystemContext,
  message: Message,
  reason: StaleReason,
): Promise<void> {
  const state = reason === 'linkDead' || reason === 'pdfMissing' ? 'FAILED' : 'CANCELLED';
  const { count } = await tx.message.updateMany({
    where: { id: message.id, state: 'WAITING' },
    data: { state, errorKind: reason, errorCode: null, nextAttemptAt: null },
  });
  if (count === 0) return;
  const kind = state === 'FAILED' ? 'message.failed' : 'message.cancelled';
  await record(tx, ctx, message, kind, { reason });
}

async function record(
  tx: ScopedTx,
  ctx: SystemContext,
  message: Message,
  kind: 'message.sent' | 'message.delayed' | 'message.failed' | 'message.cancelled',
  data: Record<string, unknown>,
): Promise<void> {
  const { id, partyId, documentId, paymentId, toEmail, subject } = message;
  recordEvent(tx, ctx, {
    kind,
    partyId,
    documentId,
    paymentId,
    data: { messageId: id, mail: message.kind, to: toEmail, subject, ...data },
  });
}
