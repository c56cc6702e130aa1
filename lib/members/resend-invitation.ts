import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { enqueue } from '@/lib/jobs/enqueue';
import { invitationExpiry, refuseInvitationFlood } from './invitation-limits';

/** Mails an invitation again, with a fresh week. */
export async function resendInvitation(ctx: StaffContext, input: { id: string }): Promise<void> {
  const invitation = await ctx.db.invitation.findUnique({
    where: ctx.key(input.id),
    select: { email: true },
  });
  if (!invitation) throw new Missing();
  await refuseInvitationFlood(ctx, invitation.email);
  await ctx.transact(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: input.id, acceptedAt: null, revokedAt: null },
      data: { expiresAt: invitationExpiry(ctx) },
    });
    if (count !== 1) throw new Refused('members.errors.invitationClosed');
    await enqueue(tx, 'send-account-mail', { kind: 'invitation', id: input.id });
  });
}
