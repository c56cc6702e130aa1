import type { Metadata } from 'next';
import { BusinessAddress } from '@/components/businesses/business-address';
import { KeepTaxId } from '@/components/businesses/keep-tax-id';
import { addressChoices } from '@/components/places/address-choices';
import { FormPart } from '@/components/ui/form-part';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-input';
import { currencyOptions, languageOptions, timeZoneOptions } from '@/lib/businesses/start-choices';
import { staffPage } from '@/lib/pages/staff-page';
import { displayPhone } from '@/lib/places/phone';
import { displayTaxId } from '@/lib/places/tax-id';
import { saveIdentity } from './actions';
import { SettingsForm } from './settings-form';

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'settings.read');
  return { title: t('settings.nav.business') };
}

/** The business itself. */
export default async function Page({ params }: Props) {
  const ctx = await staffPage(params, 'settings.read');
  const { t, locale, business } = ctx;
  const hasDocuments = (await ctx.db.document.findFirst({ select: { id: true } })) !== null;
  const { street, street2, city, region, postcode, country } = business;
  return (
    <SettingsForm
      ctx={ctx}
      action={saveIdentity.bind(null, business.slug)}
      version={business.version}
    >
      <FormPart title={t('settings.business.identity')} note={t('settings.business.identityNote')}>
        <TextField
          name="name"
          dir="auto"
          label={t('settings.business.name')}
          help={t('settings.business.nameHelp')}
          required
          wide
          defaultValue={business.name}
          maxLength={120}
        />
        <TextField
          name="legalName"
          dir="auto"
          label={t('settings.business.legalName')}
          help={t('settings.business.legalNameHelp')}
          wide
          defaultValue={business.legalName}
          maxLength={160}
        />
      </FormPart>
      <FormPart title={t('settings.business.address')} note={t('settings.business.addressNote')}>
        <BusinessAddress
          address={{ street, street2, city, region, postcode, country }}
          taxId={displayTaxId(country, business.taxId)}
          choices={addressChoices(t, locale)}
          locale={locale}
        />
        <TextField
          name="registrationId"
          label={t('settings.business.registrationId')}
          help={t('settings.business.registrationIdHelp')}
          defaultValue={business.registrationId}
          maxLength={60}
        />
        <KeepTaxId label={t('settings.business.keepTaxId')} />
      </FormPart>
      <FormPart title={t('settings.business.contact')} note={t('settings.business.contactNote')}>
        <TextField
          name="email"
          label={t('settings.business.email')}
          type="email"
          dir="ltr"
          defaultValue={business.email}
          maxLength={254}
        />
        <TextField
          name="phone"
          label={t('settings.business.phone')}
          type="tel"
          dir="ltr"
          defaultValue={displayPhone(business.phone, country)}
          maxLength={40}
        />
        <TextField
          name="website"
          label={t('settings.business.website')}
          dir="ltr"
          inputMode="url"
          wide
          defaultValue={business.website}
          maxLength={300}
        />
      </FormPart>
      <FormPart title={t('settings.business.money')} note={t('settings.business.moneyNote')}>
        <SelectField
          name="locale"
          label={t('settings.business.language')}
          help={t('settings.business.languageHelp')}
          options={languageOptions()}
          defaultValue={business.locale}
        />
        <SelectField
          name="currency"
          label={t('settings.business.currency')}
          help={
            hasDocuments
              ? t('settings.business.currencyLocked', { currency: business.currency })
              : t('settings.business.currencyHelp')
          }
          options={currencyOptions(locale)}
          defaultValue={business.currency}
        />
        <SelectField
          name="timeZone"
          label={t('settings.business.timeZone')}
          help={t('settings.business.timeZoneHelp')}
          wide
          options={timeZoneOptions(business.timeZone)}
          defaultValue={business.timeZone}
        />
      </FormPart>
    </SettingsForm>
  );
}
