import type { Metadata } from 'next';
import { ClientForm } from '@/components/parties/client-form';
import { clientFormChoices, clientFormWords } from '@/components/parties/client-form-words';
import { newFormValues } from '@/components/parties/form-values';
import { formWords } from '@/components/ui/words';
import { newId } from '@/lib/db/new-id';
import { staffPage } from '@/lib/pages/staff-page';
import { createClient } from '../actions';

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<{ after?: string; name?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await staffPage(params, 'clients.write');
  return { title: ctx.t('clients.new') };
}

export default async function NewClientPage({ params, searchParams }: Props) {
  const ctx = await staffPage(params, 'clients.write');
  const { after = '', name = '' } = await searchParams;
  const { t, locale, business } = ctx;
  const list = `/b/${business.slug}/clients`;
  return (
    <ClientForm
      // "Save and new" comes back here: another client, another form.
      key={after}
      action={createClient.bind(null, business.slug)}
      checkUrl={`${list}/check`}
      title={t('clients.new')}
      id={newId()}
      version={null}
      values={newFormValues(business, name.slice(0, 160))}
      words={clientFormWords(t, ctx.f.days(business.paymentTermsDays))}
      formWords={formWords(t, locale)}
      choices={clientFormChoices(t, locale)}
      locale={locale}
      saved={t('clients.form.saved')}
      cancelHref={list}
    />
  );
}
