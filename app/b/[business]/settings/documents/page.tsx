import type { Metadata } from 'next';
import { FormPart } from '@/components/ui/form-part';
import { SegmentedField } from '@/components/ui/radio-group';
import { SwitchField } from '@/components/ui/switch';
import { TextAreaField } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-input';
import type { StaffContext } from '@/lib/auth/context';
import { staffPage } from '@/lib/pages/staff-page';
import { saveDocumentDefaults } from '../actions';
import { SettingsForm } from '../settings-form';

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'settings.read');
  return { title: t('settings.nav.documents') };
}

/** What new invoices begin with, and what is mailed about them. */
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
        <DaysField ctx={ctx} name="paymentTermsDays" />
        <SegmentedField
          name="pricesIncludeTax"
          label={t('settings.documents.prices')}
          options={(['net', 'gross'] as const).map((value) => ({
            value,
            label: t(`settings.documents.${value}`),
          }))}
          defaultValue={business.pricesIncludeTax ? 'gross' : 'net'}
        />
        <ParagraphsField ctx={ctx} name="invoiceNotes" rows={3} most={2000} />
        <ParagraphsField ctx={ctx} name="invoiceTerms" rows={5} most={4000} />
      </FormPart>
      <FormPart title={t('settings.documents.sending')} note={t('settings.documents.sendingNote')}>
        <DaysField ctx={ctx} name="linkDays" />
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

function DaysField({ ctx, name }: { ctx: StaffContext; name: 'paymentTermsDays' | 'linkDays' }) {
  return (
    <TextField
      name={name}
      label={ctx.t(`settings.documents.${name}`)}
      help={ctx.t(`settings.documents.${name}Help`)}
      inputMode="numeric"
      dir="ltr"
      required
      defaultValue={String(ctx.business[name])}
      maxLength={3}
    />
  );
}

function ParagraphsField({
  ctx,
  name,
  rows,
  most,
}: {
  ctx: StaffContext;
  name: 'invoiceNotes' | 'invoiceTerms';
  rows: number;
  most: number;
}) {
  return (
    <TextAreaField
      name={name}
      label={ctx.t(`settings.documents.${name}`)}
      help={ctx.t(`settings.documents.${name}Help`)}
      wide
      rows={rows}
      defaultValue={ctx.business[name]}
      maxLength={most}
    />
  );
}
