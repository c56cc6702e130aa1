'use client';

import { useState } from 'react';
import { SelectField, type SelectOption } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-input';

export type AddressPartField = { part: string; label: string; required: boolean };

/** How each country writes its addresses: distinct layouts, and which of them a country has. */
export type AddressLayouts = { layouts: AddressPartField[][]; of: Record<string, number> };

/** A postal address in the fields and the order of its country; what was typed stays when the country changes. */
export function AddressFields({
  countryLabel,
  countries,
  address,
  known,
}: {
  countryLabel: string;
  countries: SelectOption[];
  address: Record<string, string>;
  known: AddressLayouts;
}) {
  const [country, setCountry] = useState(address.country ?? '');
  const fields = known.layouts[known.of[country] ?? 0] ?? [];
  return (
    <>
      <SelectField
        name="country"
        label={countryLabel}
        required
        wide
        options={countries}
        defaultValue={country}
        onChange={(event) => setCountry(event.target.value)}
        autoComplete="country"
      />
      {fields.map(({ part, label }) => (
        <TextField
          key={part}
          name={part}
          label={label}
          dir="auto"
          wide={part === 'street' || part === 'street2'}
          defaultValue={address[part]}
          maxLength={200}
        />
      ))}
    </>
  );
}
