import { invitationMail } from '@/emails/account/invitation';
import { passwordResetMail } from '@/emails/account/password-reset';
import { peopleDb } from '@/lib/auth/people-db';
import { signId } from '@/lib/auth/secrets';
import { env } from '@/lib/env/env';
import { formatter } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translate';
import type { JobPayload } from '@/lib/jobs/jobs';
import { log } from '@/lib/log/log';
import { type AccountMail, accountMessageId, deliverAccountMail } from '@/lib/mail/instance-mail';
import { systemClock } from '@/lib/time/clock';

/**
 * Sends one account mail. What was used, taken back or has run out meanwhile is not sent. Throws when sending
 * again later may help, so that the queue does.
 */
export async function sendAccountMail({
  kind,
  id,
}: JobPayload<'send-account-mail'>): Promise<void> {
  const now = systemClock();
  const mail = kind === 'reset' ? await resetMail(id, now) : await inviteMail(id, now);
  if (!mail) return;
  const sent = await deliverAccountMail(mail);
  if (sent.ok) return;
  if (sent.kind === 'refused' || sent.kind === 'permanent') {
    log.error('an account mail was refused', { kind, id, reason: sent.kind, code: sent.code });
    return;
  }
  throw new Error(
    `account mail not sent yet: ${sent.kind}${sent.code ? ` (SMTP ${sent.code})` : ''}`,
  );
}

async function resetMail(id: string, now: Date): Promise<AccountMail | null> {
  const reset = await peopleDb().passwordReset.findUnique({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    select: { user: { select: { name: true, email: true, locale: true } } },
  });
  if (!reset) return null;
  const { name, email, locale } = reset.user;
  const rendered = await passwordResetMail({
    locale,
    t: translator(locale),
    name,
    url: `${env().baseUrl}/reset-password/${signId('reset', id)}`,
    instance: env().baseUrl,
  });
  return { to: { name, address: email }, messageId: accountMessageId('reset', id), ...rendered };
}

async function inviteMail(id: string, now: Date): Promise<AccountMail | null> {
  const invitation = await peopleDb().invitation.findUnique({
    where: { id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    select: {
      email: true,
      role: true,
      locale: true,
      expiresAt: true,
      createdById: true,
      business: { select: { name: true, timeZone: true, country: true } },
    },
  });
  if (!invitation) return null;
  const { email, role, locale, expiresAt, business } = invitation;
  const inviter = await peopleDb().user.findUnique({
    where: { id: invitation.createdById },
    select: { name: true },
  });
  const f = formatter({ locale, timeZone: business.timeZone, country: business.country });
  const rendered = await invitationMail({
    locale,
    t: translator(locale),
    business: business.name,
    inviter: inviter?.name ?? business.name,
    role,
    until: f.instant(expiresAt),
    url: `${env().baseUrl}/invitations/${signId('invitation', id)}`,
    instance: env().baseUrl,
  });
  // Sent again is another mail, with another id; another attempt at the same one is not.
  const messageId = accountMessageId(`invitation.${expiresAt.getTime()}`, id);
  return { to: { name: '', address: email }, messageId, ...rendered };
}
