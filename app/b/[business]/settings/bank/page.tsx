import type { Metadata } from 'next';
import { FormPart } from '@/components/ui/form-part';
import { TextField } from '@/components/ui/text-input';
import { staffPage } from '@/lib/pages/staff-page';
import { displayIban } from '@/lib/places/iban';
import { saveBank } from '../actions';
import { SettingsForm } from '../settings-form';

type Props = { params: Promise<{ business: string }> };

const FIELDS = [
  'bankAccountName',
  'bankName',
  'bankIban',
  'bankBic',
  'bankAccountNumber',
  'bankRoutingCode',
] as const;

const CODES: readonly string[] = ['bankIban', 'bankBic', 'bankAccountNumber', 'bankRoutingCode'];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'settings.read');
  return { title: t('settings.nav.bank') };
}

export default async function Page({ params }: Props) {
  const ctx = await staffPage(params, 'settings.read');
  const { t, business } = ctx;
  return (
    <SettingsForm ctx={ctx} action={saveBank.bind(null, business.slug)} version={business.version}>
      <FormPart title={t('settings.bank.title')} note={t('settings.bank.note')}>
        {FIELDS.map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`settings.bank.${name}`)}
            dir={CODES.includes(name) ? 'ltr' : 'auto'}
            defaultValue={name === 'bankIban' ? displayIban(business.bankIban) : business[name]}
            maxLength={120}
          />
        ))}
      </FormPart>
    </SettingsForm>
  );
}
