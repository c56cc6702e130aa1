'use server';

import { staffAction } from '@/lib/actions/staff-action';
import { changeRole as changeRoleDeed } from '@/lib/members/change-role';
import { inviteMember } from '@/lib/members/invite-member';
import { removeMember as removeMemberDeed } from '@/lib/members/remove-member';
import { resendInvitation } from '@/lib/members/resend-invitation';
import { revokeInvitation } from '@/lib/members/revoke-invitation';
import { invitationInput, invitationRef, memberRef, roleInput } from '@/lib/members/schema';

export const invite = staffAction({
  may: 'members.manage',
  input: invitationInput,
  run: inviteMember,
});

export const resend = staffAction({
  may: 'members.manage',
  input: invitationRef,
  run: resendInvitation,
});

export const revoke = staffAction({
  may: 'members.manage',
  input: invitationRef,
  run: revokeInvitation,
});

export const changeRole = staffAction({
  may: 'members.manage',
  input: roleInput,
  run: changeRoleDeed,
});

export const removeMember = staffAction({
  may: 'members.manage',
  input: memberRef,
  run: async (ctx, input) => {
    await removeMemberDeed(ctx, input);
    return input.userId === ctx.user.id ? { href: '/businesses' } : null;
  },
});
