import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/members/sign-in-form';
import { Notice } from '@/components/ui/notice';
import { formWords } from '@/components/ui/words';
import { TOO_MANY, WRONG } from '@/lib/auth/auth-options';
import { currentStaffSession } from '@/lib/auth/staff-session';
import { env } from '@/lib/env/env';
import { safePath } from '@/lib/http/redirect-target';
import { isFirstRun } from '@/lib/members/queries';
import { publicPage } from '@/lib/pages/public-page';
import { rememberPerson } from '../actions';
import { Frame, Heading } from '../frame';

type Query = { next?: string; done?: string };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await publicPage();
  return { title: t('auth.signIn.title') };
}

export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const page = await publicPage();
  if (await isFirstRun()) redirect('/welcome');
  const { t, locale } = page;
  const query = await searchParams;
  const next = safePath(query.next, '/');
  if (await currentStaffSession()) redirect(next);
  const here = query.next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in';
  return (
    <Frame page={page} next={here}>
      <Heading title={t('auth.signIn.title')} />
      {query.done === 'password' && (
        <div className="mb-4">
          <Notice tone="good">{t('auth.signIn.passwordSet')}</Notice>
        </div>
      )}
      {query.done === 'out' && (
        <div className="mb-4">
          <Notice tone="plain">{t('auth.signIn.signedOut')}</Notice>
        </div>
      )}
      <SignInForm
        words={{
          email: t('auth.signIn.email'),
          password: t('auth.signIn.password'),
          button: t('auth.signIn.button'),
          wrong: t('auth.signIn.wrong'),
          tooMany: t('auth.signIn.tooMany'),
          away: t('auth.signIn.away'),
        }}
        formWords={formWords(t, locale)}
        codes={{ tooMany: TOO_MANY, wrong: WRONG }}
        next={next}
        remember={rememberPerson}
        forgotten={
          <Link href="/forgotten-password" className="link">
            {t('auth.signIn.forgotten')}
          </Link>
        }
      />
      {env().signUp && (
        <p className="mt-5 text-ink-soft">
          {t('auth.signIn.newHere')}{' '}
          <Link href="/sign-up" className="link">
            {t('auth.signIn.signUp')}
          </Link>
        </p>
      )}
    </Frame>
  );
}
