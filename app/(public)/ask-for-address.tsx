import Link from 'next/link';
import type { ReactNode } from 'react';
import { Form, type FormAction } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-input';
import { formWords } from '@/components/ui/words';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import { AccountMailNotice } from '../account-mail-notice';
import { Frame, Heading } from './frame';

/** Asks for an address that a link is mailed to. What it says once that is `sent` is the same for every address. */
export function AskForAddress(props: {
  page: { locale: Locale; t: T };
  /** The page's own path. */
  path: string;
  sent: boolean;
  action: FormAction;
  words: { title: string; lead: string; button: string; sentBody: string; signIn: string };
}) {
  const { page, path, sent, action, words } = props;
  const { t, locale } = page;
  const link = (href: string, text: string): ReactNode => (
    <Link href={href} className="link">
      {text}
    </Link>
  );
  return (
    <Frame page={page} next={sent ? `${path}?sent=1` : path}>
      <Heading title={sent ? t('auth.forgotten.sentTitle') : words.title}>
        {sent ? words.sentBody : words.lead}
      </Heading>
      <AccountMailNotice t={t} />
      {!sent && (
        <Form
          action={action}
          words={formWords(t, locale)}
          guard={false}
          className="flex flex-col gap-4"
        >
          <TextField
            name="email"
            label={t('auth.signIn.email')}
            required
            type="email"
            dir="ltr"
            autoComplete="username"
            maxLength={254}
          />
          <SubmitButton>{words.button}</SubmitButton>
        </Form>
      )}
      <p className="mt-5 flex flex-wrap gap-x-4 gap-y-2">
        {link('/sign-in', words.signIn)}
        {sent && link(path, t('auth.forgotten.again'))}
      </p>
    </Frame>
  );
}
