import type { AnyContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';
import { enqueue } from '@/lib/jobs/enqueue';

const MOST = 5_000;

/**
 * Lets every waiting message try again at once, because what held it up may be mended: called when the mail settings
 * are saved. Messages still held for their ten seconds stay held. Returns how many.
 */
export async function releaseWaiting(
  tx: ScopedTx,
  ctx: Pick<AnyContext, 'business' | 'now'>,
): Promise<number> {
  const now = ctx.now();
  const waiting = await tx.message.findMany({
    where: { state: 'WAITING', sendAfter: { lte: now } },
    orderBy: { createdAt: 'asc' },
    take: MOST,
    select: { id: true },
  });
  await tx.message.updateMany({
    where: { state: 'WAITING', id: { in: waiting.map(({ id }) => id) } },
    data: { nextAttemptAt: now },
  });
  for (const { id } of waiting) {
    await enqueue(tx, 'send-message', { businessId: ctx.business.id, messageId: id });
  }
  return waiting.length;
}
