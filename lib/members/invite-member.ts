import type { z } from 'zod';
import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { withinLimit } from '@/lib/auth/rate-limit';
import { recordEvent } from '@/lib/events/record-event';
import { enqueue } from '@/lib/jobs/enqueue';
import type { invitationInput } from './schema';

export const INVITATION_DAYS = 7;

/**
 * Invites somebody by mail with a role. Refused: who belongs to the team already, who has an open invitation, and
 * more than five mails a day to one address (safety AU-09).
 */
export async function inviteMember(
  ctx: StaffContext,
  input: z.output<typeof invitationInput>,
): Promise<void> {
  await refuseFlood(ctx, input.email);
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
        expiresAt: expiry(ctx),
      },
    });
    await recordEvent(tx, ctx, { kind: 'member.invited', data: { email, role: input.role } });
    await enqueue(tx, 'send-account-mail', { kind: 'invitation', id: input.id });
  });
}

/** Mails an invitation again, with a fresh week. */
export async function resendInvitation(ctx: StaffContext, input: { id: string }): Promise<void> {
  const invitation = await ctx.db.invitation.findUnique({
    where: ctx.key(input.id),
    select: { email: true },
  });
  if (!invitation) throw new Missing();
  await refuseFlood(ctx, invitation.email);
  await ctx.transact(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: input.id, acceptedAt: null, revokedAt: null },
      data: { expiresAt: expiry(ctx) },
    });
    if (count !== 1) throw new Refused('members.errors.invitationClosed');
    await enqueue(tx, 'send-account-mail', { kind: 'invitation', id: input.id });
  });
}

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
    await recordEvent(tx, ctx, {
      kind: 'member.invited',
      data: { email: invitation.email, revoked: true },
    });
  });
}

function expiry(ctx: StaffContext): Date {
  return new Date(ctx.now().getTime() + INVITATION_DAYS * 86_400_000);
}

async function refuseFlood(ctx: StaffContext, email: string): Promise<void> {
  const perAddress = await withinLimit('invitation-mail', email, { most: 5, seconds: 86_400 }, ctx.now());
  const perBusiness = await withinLimit(
    'invitation-business',
    ctx.business.id,
    { most: 50, seconds: 86_400 },
    ctx.now(),
  );
  if (!perAddress || !perBusiness) throw new Refused('members.errors.tooManyMails');
}
