import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
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
    const now = ctx.now();
    const { count } = await tx.message.updateMany({
      where: { id, state: 'WAITING' },
      data: { state: 'CANCELLED', errorKind: 'takenBack', nextAttemptAt: null, settledAt: now },
    });
    if (count === 0) throw new Refused('mail.errors.alreadyLeft');
    if (message.linkId) {
      await tx.link.updateMany({
        where: { id: message.linkId, revokedAt: null },
        data: { revokedAt: now },
      });
    }
    const { partyId, documentId, paymentId, kind, toEmail, subject } = message;
    recordEvent(tx, ctx, {
      kind: 'message.cancelled',
      partyId,
      documentId,
      paymentId,
      data: { messageId: id, mail: kind, to: toEmail, subject },
    });
  });
}
