import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { recordEvent } from '@/lib/events/record-event';

/** Takes an invitation back: its link is dead from now on. */
export async function revokeInvitation(ctx: StaffContext, input: { id: string }): Promise<void> {
  await ctx.transact(async (tx) => {
    const invitation = await tx.invitation.findUnique({
      where: ctx.key(input.id),
      select: { email: true, acceptedAt: true },
    });
    if (!invitation) throw new Missing();
    if (invitation.acceptedAt) throw new Refused('members.errors.invitationClosed');
    const { count } = await tx.invitation.updateMany({
      where: { id: input.id, acceptedAt: null, revokedAt: null },
      data: { revokedAt: ctx.now() },
    });
    if (count === 0) return;
    recordEvent(tx, ctx, {
      kind: 'member.invited',
      data: { email: invitation.email, revoked: true },
    });
  });
}
