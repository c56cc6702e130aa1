import { invitationMail } from '@/emails/account/invitation';
import { knownAddressMail } from '@/emails/account/known-address';
import { passwordResetMail } from '@/emails/account/password-reset';
import { signUpMail } from '@/emails/account/sign-up';
import { peopleDb } from '@/lib/auth/people-db';
import { signId } from '@/lib/auth/secrets';
import { env } from '@/lib/env/env';
import { formatter } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
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
  const mail = await MAILS[kind](id, now);
  if (!mail) return;
  const sent = await deliverAccountMail(mail);
  if (sent === 'noServer') {
    log.warn('an account mail cannot leave: no SMTP server is set (SMTP_HOST, SMTP_FROM)', {
      kind,
      id,
    });
    return;
  }
  if (sent.ok) return;
  if (sent.kind === 'refused' || sent.kind === 'permanent') {
    log.error('an account mail was refused', { kind, id, reason: sent.kind, code: sent.code });
    return;
  }
  throw new Error(
    `account mail not sent yet: ${sent.kind}${sent.code ? ` (SMTP ${sent.code})` : ''}`,
  );
}

type Kind = JobPayload<'send-account-mail'>['kind'];

/** What each kind says now; null when there is nothing to say any more. */
const MAILS: Record<Kind, (id: string, now: Date) => Promise<AccountMail | null>> = {
  reset: resetMail,
  invitation: inviteMail,
  'sign-up': onSignUp,
};

function readerOf(locale: Locale) {
  return { locale, t: translator(locale), instance: env().baseUrl };
}

async function resetMail(id: string, now: Date): Promise<AccountMail | null> {
  const reset = await peopleDb().passwordReset.findUnique({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    select: { user: { select: { name: true, email: true, locale: true } } },
  });
  if (!reset) return null;
  const { name, email, locale } = reset.user;
  const url = `${env().baseUrl}/reset-password/${signId('reset', id)}`;
  const rendered = await passwordResetMail(readerOf(locale), { name, url });
  return { to: { name, address: email }, messageId: accountMessageId('reset', id), ...rendered };
}

/** The way on for a new address, the ways in for one that has an account: only their mail tells the two apart. */
async function onSignUp(id: string, now: Date): Promise<AccountMail | null> {
  const people = peopleDb();
  const request = await people.signUpRequest.findUnique({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    select: { email: true, locale: true },
  });
  if (!request) return null;
  const { email } = request;
  const messageId = accountMessageId('sign-up', id);
  const { baseUrl } = env();
  const user = await people.user.findUnique({
    where: { email },
    select: { name: true, locale: true },
  });
  if (!user) {
    const url = `${baseUrl}/sign-up/${signId('sign-up', id)}`;
    const rendered = await signUpMail(readerOf(request.locale), url);
    return { to: { name: '', address: email }, messageId, ...rendered };
  }
  const rendered = await knownAddressMail(readerOf(user.locale), {
    name: user.name,
    signInUrl: `${baseUrl}/sign-in`,
    forgottenUrl: `${baseUrl}/forgotten-password`,
  });
  return { to: { name: user.name, address: email }, messageId, ...rendered };
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
  const rendered = await invitationMail(readerOf(locale), {
    business: business.name,
    inviter: inviter?.name ?? business.name,
    role,
    until: f.instant(expiresAt),
    url: `${env().baseUrl}/invitations/${signId('invitation', id)}`,
  });
  // Sent again is another mail, with another id; another attempt at the same one is not.
  const messageId = accountMessageId(`invitation.${expiresAt.getTime()}`, id);
  return { to: { name: '', address: email }, messageId, ...rendered };
}
