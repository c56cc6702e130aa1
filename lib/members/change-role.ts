import { Stale } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import type { Role } from '@/lib/db/generated/enums';
import { lastDeedBy } from '@/lib/events/last-deed-by';
import { recordEvent } from '@/lib/events/record-event';
import { keepAnOwner, lockedMember } from './locked-member';

/** Gives a member of the team another role, from their next request on. Never takes the last owner's. */
export async function changeRole(
  ctx: StaffContext,
  input: { userId: string; role: Role; version: number },
): Promise<void> {
  await ctx.transact(async (tx) => {
    const member = await lockedMember(tx, ctx, input.userId);
    if (member.version !== input.version) {
      const about = { userId: input.userId };
      const by = await lastDeedBy(tx, ctx, { kinds: ['member.roleChanged'], about });
      throw new Stale({ role: member.role }, by, member.version);
    }
    if (member.role === input.role) return;
    if (member.role === 'OWNER') await keepAnOwner(tx);
    await tx.membership.updateMany({
      where: { userId: input.userId },
      data: { role: input.role, version: { increment: 1 } },
    });
    recordEvent(tx, ctx, {
      kind: 'member.roleChanged',
      data: { userId: input.userId, name: member.name, role: [member.role, input.role] },
    });
  });
}
