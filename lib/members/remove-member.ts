import type { StaffContext } from '@/lib/auth/context';
import { recordEvent } from '@/lib/events/record-event';
import { keepAnOwner, lockedMember } from './locked-member';

/** Takes a member out of the team, from their next request on. Never the last owner. What they did stays. */
export async function removeMember(ctx: StaffContext, input: { userId: string }): Promise<void> {
  await ctx.transact(async (tx) => {
    const member = await lockedMember(tx, ctx, input.userId);
    if (member.role === 'OWNER') await keepAnOwner(tx);
    await tx.membership.deleteMany({ where: { userId: input.userId } });
    recordEvent(tx, ctx, {
      kind: 'member.removed',
      data: { userId: input.userId, name: member.name, role: member.role },
    });
  });
}
