import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';

/**
 * Notes that somebody has seen to a failed or uncertain message, so that it no longer asks for attention. What became
 * of the message stays as it is. Refuses one that needs nobody.
 */
export async function dismissMessage(ctx: StaffContext, id: string): Promise<void> {
  const { count } = await ctx.db.message.updateMany({
    where: { id, state: { in: ['FAILED', 'UNCERTAIN'] }, settledAt: null },
    data: { settledAt: ctx.now() },
  });
  if (count > 0) return;
  const message = await ctx.db.message.findUnique({ where: ctx.key(id), select: { state: true } });
  if (!message) throw new Missing();
  if (message.state !== 'FAILED' && message.state !== 'UNCERTAIN') {
    throw new Refused('mail.errors.nothingToSettle');
  }
}
