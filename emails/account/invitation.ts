import type { Role } from '@/lib/db/generated/enums';
import type { RenderedMail } from '../render';
import { type AccountReader, renderAccountMail } from './account-mail';

/** The invitation to a team: who asks, for which business, with which role, until when. */
export async function invitationMail(
  reader: AccountReader,
  invitation: {
    business: string;
    inviter: string;
    role: Role;
    /** Day and time at which the link dies, written out. */
    until: string;
    url: string;
  },
): Promise<RenderedMail> {
  const { t } = reader;
  const { business, inviter, role, until, url } = invitation;
  return renderAccountMail(reader, {
    subject: t('members.mail.subject', { inviter, business }),
    sender: business,
    greeting: t('members.mail.greeting'),
    body: [
      t('members.mail.body', { inviter, business, role: t(`members.roles.${role}.name`) }),
      t(`members.roles.${role}.sentence`),
    ],
    button: { label: t('members.mail.button'), url },
    after: [t('members.mail.until', { until }), t('members.mail.notYou')],
  });
}
