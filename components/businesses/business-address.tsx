'use client';
import { useState } from 'react';
import { type AddressChoices, taxIdLabel } from '@/components/places/address-choices';
import { AddressFields } from '@/components/places/address-fields';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-input';
import type { Locale } from '@/lib/i18n/locale';
import type { Address } from '@/lib/places/address';

/** The business's own address and tax number, named and ordered as in the country that is chosen. */
export function BusinessAddress({
  address,
  taxId,
  choices,
  locale,
}: {
  address: Address;
  taxId: string;
  choices: AddressChoices;
  locale: Locale;
}) {
  const [country, setCountry] = useState(address.country);
  return (
    <>
      <SelectField
        name="country"
        label={choices.labels['addresses.country'] ?? ''}
        required
        wide
        options={choices.countries}
        defaultValue={address.country}
        onChange={(event) => setCountry(event.target.value)}
        autoComplete="country"
      />
      <AddressFields
        country={country}
        locale={locale}
        labels={choices.labels}
        chooseLabel={choices.choose}
        values={address}
        required={[]}
      />
      <TextField
        name="taxId"
        label={taxIdLabel(choices, country)}
        dir="ltr"
        defaultValue={taxId}
        maxLength={60}
        autoComplete="off"
      />
    </>
  );
}
