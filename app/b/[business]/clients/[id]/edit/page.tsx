import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ClientForm } from '@/components/parties/client-form';
import { clientFormChoices, clientFormWords } from '@/components/parties/client-form-words';
import { storedFormValues } from '@/components/parties/form-values';
import { formWords } from '@/components/ui/words';
import { staffPage } from '@/lib/pages/staff-page';
import { clientRecord } from '@/lib/parties/queries';
import { displayPhone } from '@/lib/places/phone';
import { displayTaxId } from '@/lib/places/tax-id';
import { updateClient } from '../../actions';

type Props = { params: Promise<{ business: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await staffPage(params, 'clients.write');
  return { title: ctx.t('clients.edit') };
}

export default async function EditClientPage({ params }: Props) {
  const ctx = await staffPage(params, 'clients.write');
  const { id } = await params;
  const party = await clientRecord(ctx, id);
  if (!party) notFound();
  const { t, locale, business } = ctx;
  const list = `/b/${business.slug}/clients`;
  return (
    <ClientForm
      action={updateClient.bind(null, business.slug)}
      checkUrl={`${list}/check`}
      title={party.displayName}
      id={party.id}
      version={party.version}
      values={storedFormValues(
        party,
        // With its country code: the country may be changed in the same form.
        displayPhone(party.phone, ''),
        displayTaxId(party.country, party.taxId),
        business.requiredClientFields,
      )}
      words={clientFormWords(t, ctx.f.days(business.paymentTermsDays))}
      formWords={formWords(t, locale)}
      choices={clientFormChoices(t, locale)}
      locale={locale}
      saved={t('clients.form.changed')}
      cancelHref={`${list}/${party.id}`}
    />
  );
}
