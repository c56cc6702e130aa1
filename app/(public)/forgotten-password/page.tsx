import type { Metadata } from 'next';
import { publicPage } from '@/lib/pages/public-page';
import { askForReset } from '../actions';
import { AskForAddress } from '../ask-for-address';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await publicPage();
  return { title: t('auth.forgotten.title') };
}

/** Asks for a mailed way back in. */
export default async function Page({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  const page = await publicPage();
  const { t } = page;
  return (
    <AskForAddress
      page={page}
      path="/forgotten-password"
      sent={Boolean((await searchParams).sent)}
      action={askForReset}
      words={{
        title: t('auth.forgotten.title'),
        lead: t('auth.forgotten.lead'),
        button: t('auth.forgotten.button'),
        sentBody: t('auth.forgotten.sentBody'),
        signIn: t('auth.forgotten.back'),
      }}
    />
  );
}
