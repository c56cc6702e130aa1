import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { NewBusinessFields } from '@/components/businesses/new-business-fields';
import { Form } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { formWords } from '@/components/ui/words';
import { env } from '@/lib/env/env';
import { accountPage } from '@/lib/pages/account-page';
import { Frame, Heading } from '../../(public)/frame';
import { newBusinessChoices, newBusinessWords } from '../../(public)/sign-up-words';
import { createBusiness } from '../../profile/actions';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await accountPage();
  return { title: t('welcome.another') };
}

export default async function Page() {
  const page = await accountPage();
  if (!env().signUp) notFound();
  const { t, locale } = page;
  return (
    <Frame page={page} next="/businesses/new" wide>
      <Heading title={t('welcome.another')}>{t('welcome.anotherLead')}</Heading>
      <Form action={createBusiness} words={formWords(t, locale)}>
        <NewBusinessFields words={newBusinessWords(t)} choices={await newBusinessChoices(locale)} />
        <div className="flex items-center justify-end gap-3 pt-5">
          <Link href="/businesses" className="link">
            {t('auth.cancel')}
          </Link>
          <SubmitButton>{t('welcome.button')}</SubmitButton>
        </div>
      </Form>
    </Frame>
  );
}
