import type { StaffContext } from '@/lib/auth/context';

const STUCK_MS = 60_000;

/** What needs a hand today. Each row is one sentence and a way to it; nothing that fails stays invisible. */
export type Attention = {
  failedMessages: number;
  waitingMessages: number;
  stuckEvents: number;
  disputes: number;
  credits: number;
};

/** Counts what needs a hand (bounded at 100 each): failed and waiting mails, webhooks not worked on, disputes, credit. */
export async function attention(ctx: StaffContext): Promise<Attention> {
  const stuck = new Date(ctx.now().getTime() - STUCK_MS);
  const take = 100;
  const [failedMessages, waitingMessages, stuckEvents, disputes, credits] = await Promise.all([
    ctx.db.message.count({
      where: { state: { in: ['FAILED', 'UNCERTAIN'] }, settledAt: null },
      take,
    }),
    ctx.db.message.count({ where: { state: 'WAITING', sendAfter: { lt: stuck } }, take }),
    ctx.db.stripeEvent.count({ where: { processedAt: null, receivedAt: { lt: stuck } }, take }),
    ctx.db.payment.count({ where: { disputedAmount: { gt: 0n } }, take }),
    ctx.db.partyBalance.count({ where: { credit: { gt: 0n } }, take }),
  ]);
  return { failedMessages, waitingMessages, stuckEvents, disputes, credits };
}
