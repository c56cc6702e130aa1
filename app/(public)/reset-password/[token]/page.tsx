import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-input';
import { formWords } from '@/components/ui/words';
import { PASSWORD_MIN } from '@/lib/auth/password';
import { findPasswordReset } from '@/lib/members/reset-password';
import { publicPage } from '@/lib/pages/public-page';
import { systemClock } from '@/lib/time/clock';
import { setNewPassword } from '../../actions';
import { Frame, Heading } from '../../frame';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await publicPage();
  return { title: t('auth.reset.title') };
}

/** Opening the page changes nothing, whoever opens it; the form sets the password. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const page = await publicPage();
  const { t, locale } = page;
  const { token } = await params;
  const reset = await findPasswordReset(token, systemClock());
  if (!reset) {
    return (
      <Frame page={page} next="/forgotten-password">
        <Heading title={t('auth.reset.deadTitle')}>{t('auth.reset.dead')}</Heading>
        <LinkButton href="/forgotten-password" variant="primary">
          {t('auth.reset.askAgain')}
        </LinkButton>
      </Frame>
    );
  }
  return (
    <Frame page={page} next={`/reset-password/${token}`}>
      <Heading title={t('auth.reset.title')}>
        {t('auth.reset.lead', { email: reset.email })}
      </Heading>
      <Form
        action={setNewPassword}
        words={formWords(t, locale)}
        guard={false}
        className="flex flex-col gap-4"
      >
        <input type="hidden" name="token" value={token} />
        {/* Lets password managers file the new password under the right name. */}
        <input type="email" autoComplete="username" value={reset.email} readOnly hidden />
        <TextField
          name="newPassword"
          label={t('auth.password.new')}
          help={t('auth.password.help', { least: PASSWORD_MIN })}
          required
          type="password"
          dir="ltr"
          autoComplete="new-password"
          maxLength={200}
        />
        <SubmitButton>{t('auth.reset.button')}</SubmitButton>
      </Form>
    </Frame>
  );
}
