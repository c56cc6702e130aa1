import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SignUpForm } from '@/components/businesses/sign-up-form';
import { LinkButton } from '@/components/ui/button';
import { formWords } from '@/components/ui/words';
import { env } from '@/lib/env/env';
import { findSignUp } from '@/lib/members/sign-up';
import { publicPage } from '@/lib/pages/public-page';
import { systemClock } from '@/lib/time/clock';
import { signUp } from '../../actions';
import { Frame, Heading } from '../../frame';
import { newBusinessChoices, signUpWords } from '../../sign-up-words';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await publicPage();
  return { title: t('auth.signUp.title') };
}

/** Signing up, with an address that is proven. Opening the page changes nothing, whoever opens it. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const page = await publicPage();
  if (!env().signUp) notFound();
  const { t, locale } = page;
  const { token } = await params;
  const found = await findSignUp(token, systemClock());
  if (!found) {
    return (
      <Frame page={page} next="/sign-up">
        <Heading title={t('auth.reset.deadTitle')}>{t('auth.reset.dead')}</Heading>
        <LinkButton href="/sign-up" variant="primary">
          {t('auth.reset.askAgain')}
        </LinkButton>
      </Frame>
    );
  }
  const { email, hasAccount } = found;
  const next = `/sign-up/${token}`;
  if (hasAccount) {
    return (
      <Frame page={page} next={next}>
        <Heading title={t('auth.mail.known.subject')}>
          {t('auth.signUp.haveAccount', { email })}
        </Heading>
        <LinkButton href="/sign-in" variant="primary">
          {t('auth.signIn.button')}
        </LinkButton>
      </Frame>
    );
  }
  return (
    <Frame page={page} next={next} wide>
      <Heading title={t('auth.signUp.title')}>{t('auth.signUp.formLead', { email })}</Heading>
      <SignUpForm
        action={signUp}
        mailed={{ email, token }}
        words={signUpWords(t)}
        formWords={formWords(t, locale)}
        choices={await newBusinessChoices(locale)}
      />
    </Frame>
  );
}
