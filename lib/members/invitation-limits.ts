import { Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { withinLimit } from '@/lib/auth/rate-limit';

const INVITATION_DAYS = 7;

/** Until when an invitation sent now can be taken up. */
export function invitationExpiry(ctx: StaffContext): Date {
  return new Date(ctx.now().getTime() + INVITATION_DAYS * 86_400_000);
}

/** At most five mails a day to one address and fifty from one business. */
export async function refuseInvitationFlood(ctx: StaffContext, email: string): Promise<void> {
  const perAddress = await withinLimit(
    'invitation-mail',
    email,
    { most: 5, seconds: 86_400 },
    ctx.now(),
  );
  const perBusiness = await withinLimit(
    'invitation-business',
    ctx.business.id,
    { most: 50, seconds: 86_400 },
    ctx.now(),
  );
  if (!perAddress || !perBusiness) throw new Refused('members.errors.tooManyMails');
}
