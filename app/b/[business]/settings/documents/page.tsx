import type { Metadata } from 'next';
import { FormPart } from '@/components/ui/form-part';
import { SegmentedField } from '@/components/ui/radio-group';
import { SwitchField } from '@/components/ui/switch';
import { TextAreaField } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-input';
import { staffPage } from '@/lib/pages/staff-page';
import { saveDocumentDefaults } from '../actions';
import { SettingsForm } from '../settings-form';

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'settings.read');
  return { title: t('settings.nav.documents') };
}

export default async function Page({ params }: Props) {
  const ctx = await staffPage(params, 'settings.read');
  const { t, business } = ctx;
  return (
    <SettingsForm
      ctx={ctx}
      action={saveDocumentDefaults.bind(null, business.slug)}
      version={business.version}
    >
      <FormPart title={t('settings.documents.title')} note={t('settings.documents.note')}>
        <TextField
          name="paymentTermsDays"
          label={t('settings.documents.paymentTermsDays')}
          help={t('settings.documents.paymentTermsDaysHelp')}
          inputMode="numeric"
          dir="ltr"
          required
          defaultValue={String(business.paymentTermsDays)}
          maxLength={3}
        />
        <SegmentedField
          name="pricesIncludeTax"
          label={t('settings.documents.prices')}
          options={(['net', 'gross'] as const).map((value) => ({
            value,
            label: t(`settings.documents.${value}`),
          }))}
          defaultValue={business.pricesIncludeTax ? 'gross' : 'net'}
        />
        <TextAreaField
          name="invoiceNotes"
          label={t('settings.documents.invoiceNotes')}
          help={t('settings.documents.invoiceNotesHelp')}
          wide
          rows={3}
          defaultValue={business.invoiceNotes}
          maxLength={2000}
        />
        <TextAreaField
          name="invoiceTerms"
          label={t('settings.documents.invoiceTerms')}
          help={t('settings.documents.invoiceTermsHelp')}
          wide
          rows={5}
          defaultValue={business.invoiceTerms}
          maxLength={4000}
        />
      </FormPart>
      <FormPart title={t('settings.documents.sending')} note={t('settings.documents.sendingNote')}>
        <TextField
          name="linkDays"
          label={t('settings.documents.linkDays')}
          help={t('settings.documents.linkDaysHelp')}
          inputMode="numeric"
          dir="ltr"
          required
          defaultValue={String(business.linkDays)}
          maxLength={3}
        />
        <SwitchField
          name="receiptMail"
          label={t('settings.documents.receiptMail')}
          help={t('settings.documents.receiptMailHelp')}
          wide
          defaultChecked={business.receiptMail}
        />
      </FormPart>
    </SettingsForm>
  );
}
