import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { SignUpForm } from '@/components/businesses/sign-up-form';
import { formWords } from '@/components/ui/words';
import { env } from '@/lib/env/env';
import { isFirstRun } from '@/lib/members/queries';
import { publicPage } from '@/lib/pages/public-page';
import { signUp } from '../actions';
import { Frame, Heading } from '../frame';
import { newBusinessChoices, signUpWords } from '../sign-up-words';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await publicPage();
  return { title: t('auth.signUp.title') };
}

/** For strangers, where the instance takes them. */
export default async function Page() {
  const page = await publicPage();
  if (await isFirstRun()) redirect('/welcome');
  if (!env().signUp) notFound();
  const { t, locale } = page;
  return (
    <Frame page={page} next="/sign-up" wide>
      <Heading title={t('auth.signUp.title')}>
        {t('auth.signUp.lead')}{' '}
        <Link href="/sign-in" className="link">
          {t('auth.signUp.signInInstead')}
        </Link>
      </Heading>
      <SignUpForm
        action={signUp}
        words={signUpWords(t)}
        formWords={formWords(t, locale)}
        choices={await newBusinessChoices(locale)}
      />
    </Frame>
  );
}
