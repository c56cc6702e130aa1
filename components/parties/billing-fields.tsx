import { taxIdLabel } from '@/components/places/address-choices';
import { AddressFields } from '@/components/places/address-fields';
import { SelectField } from '@/components/ui/select';
import type { ClientField } from '@/lib/businesses/client-fields';
import type { Locale } from '@/lib/i18n/locale';
import type { ClientFormChoices, ClientFormWords } from './client-form-words';
import type { ClientFormValues } from './form-values';
import { TaxIdField } from './tax-id-field';

/** What decides the tax and fills "Bill to": country, tax number and the address as that country writes it. */
export function BillingFields({
  country,
  onCountry,
  values,
  required,
  taxIdProblem,
  locale,
  words,
  choices,
}: {
  country: string;
  onCountry: (country: string) => void;
  values: ClientFormValues;
  required: readonly ClientField[];
  taxIdProblem: string | null;
  locale: Locale;
  words: Pick<ClientFormWords, 'keepTaxId'>;
  choices: ClientFormChoices;
}) {
  return (
    <>
      <SelectField
        name="country"
        label={choices.labels['addresses.country'] ?? ''}
        required
        options={choices.countries}
        defaultValue={values.country}
        onChange={(event) => onCountry(event.target.value)}
        autoComplete="country"
      />
      <TaxIdField
        label={taxIdLabel(choices, country)}
        keep={words.keepTaxId}
        value={values.taxId}
        problem={taxIdProblem}
        required={required.includes('taxId')}
      />
      <AddressFields
        country={country}
        locale={locale}
        labels={choices.labels}
        chooseLabel={choices.choose}
        values={values}
        required={required}
      />
    </>
  );
}
