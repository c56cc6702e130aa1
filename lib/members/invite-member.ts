import type { z } from 'zod';
import { Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { recordEvent } from '@/lib/events/record-event';
import { enqueue } from '@/lib/jobs/enqueue';
import { invitationExpiry, refuseInvitationFlood } from './invitation-limits';
import type { invitationInput } from './schema';

/**
 * Invites somebody by mail with a role. Refused: who belongs to the team already, who has an open invitation, and
 * more than five mails a day to one address.
 */
export async function inviteMember(
  ctx: StaffContext,
  input: z.output<typeof invitationInput>,
): Promise<void> {
  await refuseInvitationFlood(ctx, input.email);
  await ctx.transact(async (tx) => {
    await tx.lock('Business', ctx.business.id);
    if (await tx.invitation.findUnique({ where: ctx.key(input.id), select: { id: true } })) return;
    const { email } = input;
    const member = await tx.membership.findFirst({
      where: { user: { email } },
      select: { user: { select: { name: true } } },
    });
    if (member) {
      throw new Refused('members.errors.alreadyMember', { name: member.user.name }, 'email');
    }
    const open = await tx.invitation.findFirst({
      where: { email, acceptedAt: null, revokedAt: null, expiresAt: { gt: ctx.now() } },
      select: { id: true },
    });
    if (open) throw new Refused('members.errors.alreadyInvited', {}, 'email');
    await tx.invitation.create({
      data: {
        ...input,
        businessId: ctx.business.id,
        createdAt: ctx.now(),
        createdById: ctx.user.id,
        expiresAt: invitationExpiry(ctx),
      },
    });
    recordEvent(tx, ctx, { kind: 'member.invited', data: { email, role: input.role } });
    await enqueue(tx, 'send-account-mail', { kind: 'invitation', id: input.id });
  });
}
