import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
import type { Prisma } from '@/lib/db/generated/client';
import type { ScopedTx } from '@/lib/db/transact';
import { recordEvent } from '@/lib/events/record-event';

/**
 * Takes a message back that has not left yet (within the ten seconds, or while it waits for a server). Its link dies
 * with it. Asked again, it does nothing. Refuses a message that is being sent or was.
 */
export async function cancelMessage(ctx: StaffContext | SystemContext, id: string): Promise<void> {
  await ctx.transact(async (tx) => {
    const message = await tx.message.findUnique({ where: ctx.key(id) });
    if (!message) throw new Missing();
    if (message.state === 'CANCELLED') return;
    if ((await cancelWithin(tx, ctx, { id })) === 0) throw new Refused('mail.errors.alreadyLeft');
  });
}

/** The same of every message that `which` finds and that still waits, in the caller's transaction. Returns how many. */
export async function cancelWithin(
  tx: ScopedTx,
  ctx: StaffContext | SystemContext,
  which: Prisma.MessageWhereInput,
): Promise<number> {
  const now = ctx.now();
  const cancelled = await tx.message.updateManyAndReturn({
    where: { ...which, state: 'WAITING' },
    data: { state: 'CANCELLED', errorKind: 'takenBack', nextAttemptAt: null, settledAt: now },
    select: {
      ...{ id: true, kind: true, toEmail: true, subject: true },
      ...{ partyId: true, documentId: true, paymentId: true, linkId: true },
    },
  });
  const links = cancelled.flatMap(({ linkId }) => linkId ?? []);
  await tx.link.updateMany({
    where: { id: { in: links }, revokedAt: null },
    data: { revokedAt: now },
  });
  for (const { id, kind, toEmail, subject, partyId, documentId, paymentId } of cancelled) {
    recordEvent(tx, ctx, {
      kind: 'message.cancelled',
      partyId,
      documentId,
      paymentId,
      data: { messageId: id, mail: kind, to: toEmail, subject },
    });
  }
  return cancelled.length;
}
