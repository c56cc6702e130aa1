import type { RenderedMail } from '../render';
import { type AccountReader, renderAccountMail } from './account-mail';

/** What somebody gets who asks to sign up with an address that has an account: the ways in, and nothing that a stranger typed. */
export async function knownAddressMail(
  reader: AccountReader,
  account: { name: string; signInUrl: string; forgottenUrl: string },
): Promise<RenderedMail> {
  const { t } = reader;
  return renderAccountMail(reader, {
    subject: t('auth.mail.known.subject'),
    sender: t('auth.product'),
    greeting: t('auth.mail.greeting', { name: account.name }),
    body: [t('auth.mail.known.body')],
    button: { label: t('auth.signIn.button'), url: account.signInUrl },
    other: { label: t('auth.mail.known.forgotten'), url: account.forgottenUrl },
    after: [t('auth.mail.known.notYou')],
  });
}
