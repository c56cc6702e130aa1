import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import { type RenderedMail, renderHtml, textPart } from '../render';
import { AccountMail } from './account-mail';

/** The mailed way back in. Says whose account and how long, and carries nothing that a stranger typed. */
export async function passwordResetMail(props: {
  locale: Locale;
  t: T;
  name: string;
  url: string;
  /** The address of this instance, so that the reader sees where it comes from. */
  instance: string;
}): Promise<RenderedMail> {
  const { locale, t, name, url, instance } = props;
  const subject = t('auth.mail.reset.subject');
  const words = {
    greeting: t('auth.mail.greeting', { name }),
    body: [t('auth.mail.reset.body')],
    button: t('auth.mail.reset.button'),
    address: t('auth.mail.address'),
    after: [t('auth.mail.reset.until'), t('auth.mail.reset.notYou')],
    footer: t('auth.mail.footer', { instance: new URL(instance).host }),
  };
  const html = await renderHtml(
    <AccountMail
      locale={locale}
      subject={subject}
      preview={words.body[0] ?? ''}
      sender={t('auth.product')}
      url={url}
      {...words}
    />,
  );
  const text = textPart([words.greeting, ...words.body, url, ...words.after, words.footer]);
  return { subject, html, text };
}
