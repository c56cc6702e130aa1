import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { env } from '@/lib/env/env';
import { isFirstRun } from '@/lib/members/queries';
import { publicPage } from '@/lib/pages/public-page';
import { askToSignUp } from '../actions';
import { AskForAddress } from '../ask-for-address';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await publicPage();
  return { title: t('auth.signUp.title') };
}

/** For strangers, where the instance takes them: asks for their address, and a mail leads on. */
export default async function Page({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  const page = await publicPage();
  if (await isFirstRun()) redirect('/welcome');
  if (!env().signUp) notFound();
  const { t } = page;
  return (
    <AskForAddress
      page={page}
      path="/sign-up"
      sent={Boolean((await searchParams).sent)}
      action={askToSignUp}
      words={{
        title: t('auth.signUp.title'),
        lead: t('auth.signUp.lead'),
        button: t('auth.signUp.button'),
        sentBody: t('auth.signUp.sentBody'),
        signIn: t('auth.signUp.signInInstead'),
      }}
    />
  );
}
