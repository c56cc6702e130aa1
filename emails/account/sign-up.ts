import type { RenderedMail } from '../render';
import { type AccountReader, renderAccountMail } from './account-mail';

/** The way on for somebody new who wants to sign up. Carries nothing that a stranger typed. */
export async function signUpMail(reader: AccountReader, url: string): Promise<RenderedMail> {
  const { t } = reader;
  return renderAccountMail(reader, {
    subject: t('auth.mail.signUp.subject'),
    sender: t('auth.product'),
    greeting: t('members.mail.greeting'),
    body: [t('auth.mail.signUp.body')],
    button: { label: t('auth.mail.signUp.button'), url },
    after: [t('auth.mail.signUp.until'), t('auth.mail.signUp.notYou')],
  });
}
