import type { Metadata } from 'next';
import Link from 'next/link';
import { Form } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-input';
import { formWords } from '@/components/ui/words';
import { publicPage } from '@/lib/pages/public-page';
import { askForReset } from '../actions';
import { Frame, Heading } from '../frame';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await publicPage();
  return { title: t('auth.forgotten.title') };
}

/** Asks for a mailed way back in. What it says afterwards is the same for every address. */
export default async function Page({ searchParams }: { searchParams: Promise<{ sent?: string }> }) {
  const page = await publicPage();
  const { t, locale } = page;
  const { sent } = await searchParams;
  const back = (
    <p className="mt-5 flex flex-wrap gap-x-4 gap-y-2">
      <Link href="/sign-in" className="link">
        {t('auth.forgotten.back')}
      </Link>
      {sent && (
        <Link href="/forgotten-password" className="link">
          {t('auth.forgotten.again')}
        </Link>
      )}
    </p>
  );
  if (sent) {
    return (
      <Frame page={page} next="/forgotten-password?sent=1">
        <Heading title={t('auth.forgotten.sentTitle')}>{t('auth.forgotten.sentBody')}</Heading>
        {back}
      </Frame>
    );
  }
  return (
    <Frame page={page} next="/forgotten-password">
      <Heading title={t('auth.forgotten.title')}>{t('auth.forgotten.lead')}</Heading>
      <Form
        action={askForReset}
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
        <SubmitButton>{t('auth.forgotten.button')}</SubmitButton>
      </Form>
      {back}
    </Frame>
  );
}
