import type { Role } from '@/lib/db/generated/enums';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import { type RenderedMail, renderHtml, textPart } from '../render';
import { AccountMail } from './account-mail';

/** The invitation to a team: who asks, for which business, with which role, until when. */
export async function invitationMail(props: {
  locale: Locale;
  t: T;
  business: string;
  inviter: string;
  role: Role;
  /** Day and time at which the link dies, written out. */
  until: string;
  url: string;
  instance: string;
}): Promise<RenderedMail> {
  const { locale, t, business, inviter, role, until, url, instance } = props;
  const subject = t('members.mail.subject', { inviter, business });
  const words = {
    greeting: t('members.mail.greeting'),
    body: [
      t('members.mail.body', { inviter, business, role: t(`members.roles.${role}.name`) }),
      t(`members.roles.${role}.sentence`),
    ],
    button: t('members.mail.button'),
    address: t('auth.mail.address'),
    after: [t('members.mail.until', { until }), t('members.mail.notYou')],
    footer: t('auth.mail.footer', { instance: new URL(instance).host }),
  };
  const html = await renderHtml(
    <AccountMail
      locale={locale}
      subject={subject}
      preview={words.body[0] ?? ''}
      sender={business}
      url={url}
      {...words}
    />,
  );
  const text = textPart([words.greeting, ...words.body, url, ...words.after, words.footer]);
  return { subject, html, text };
}
