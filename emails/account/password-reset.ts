import type { RenderedMail } from '../render';
import { type AccountReader, renderAccountMail } from './account-mail';

/** The mailed way back in. Says whose account and how long, and carries nothing that a stranger typed. */
export async function passwordResetMail(
  reader: AccountReader,
  reset: { name: string; url: string },
): Promise<RenderedMail> {
  const { t } = reader;
  return renderAccountMail(reader, {
    subject: t('auth.mail.reset.subject'),
    sender: t('auth.product'),
    greeting: t('auth.mail.greeting', { name: reset.name }),
    body: [t('auth.mail.reset.body')],
    button: { label: t('auth.mail.reset.button'), url: reset.url },
    after: [t('auth.mail.reset.until'), t('auth.mail.reset.notYou')],
  });
}
