import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SignUpForm } from '@/components/businesses/sign-up-form';
import { formWords } from '@/components/ui/words';
import { isFirstRun } from '@/lib/members/queries';
import { publicPage } from '@/lib/pages/public-page';
import { beginInstance } from '../actions';
import { Frame, Heading } from '../frame';
import { newBusinessChoices, signUpWords } from '../sign-up-words';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await publicPage();
  return { title: t('welcome.title') };
}

/** The first run: there while nobody has signed up. */
export default async function Page() {
  const page = await publicPage();
  if (!(await isFirstRun())) notFound();
  const { t, locale } = page;
  return (
    <Frame page={page} next="/welcome" wide>
      <Heading title={t('welcome.title')}>{t('welcome.lead')}</Heading>
      <SignUpForm
        action={beginInstance}
        words={signUpWords(t)}
        formWords={formWords(t, locale)}
        choices={await newBusinessChoices(locale)}
      />
    </Frame>
  );
}
