import type { Metadata } from 'next';
import { CheckboxField } from '@/components/ui/checkbox';
import { FormPart } from '@/components/ui/form-part';
import { CLIENT_FIELDS, RECOMMENDED_CLIENT_FIELDS } from '@/lib/businesses/client-fields';
import { staffPage } from '@/lib/pages/staff-page';
import { saveClientFields } from '../actions';
import { SettingsForm } from '../settings-form';

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'settings.read');
  return { title: t('settings.nav.clients') };
}

/** What is asked of every new client beside a name and an e-mail address. */
export default async function Page({ params }: Props) {
  const ctx = await staffPage(params, 'settings.read');
  const { t, business } = ctx;
  return (
    <SettingsForm
      ctx={ctx}
      action={saveClientFields.bind(null, business.slug)}
      version={business.version}
    >
      <FormPart title={t('settings.clients.title')} note={t('settings.clients.note')}>
        <fieldset className="wide flex flex-col gap-3">
          <legend className="sr-only">{t('settings.clients.title')}</legend>
          <p className="meta">{t('settings.clients.always')}</p>
          {CLIENT_FIELDS.map((field) => (
            <CheckboxField
              key={field}
              name={field}
              label={
                <>
                  {t(`settings.clients.fields.${field}`)}
                  {RECOMMENDED_CLIENT_FIELDS.includes(field) && (
                    <span className="meta"> · {t('settings.clients.recommended')}</span>
                  )}
                </>
              }
              help={
                field in HELP ? t(`settings.clients.help.${field as keyof typeof HELP}`) : undefined
              }
              defaultChecked={business.requiredClientFields.includes(field)}
            />
          ))}
        </fieldset>
      </FormPart>
    </SettingsForm>
  );
}

/** Fields that are not asked of everybody, which wants saying. */
const HELP = { contactPerson: true, taxId: true, region: true, postcode: true };
