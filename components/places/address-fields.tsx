'use client';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-input';
import type { Locale } from '@/lib/i18n/locale';
import { type Address, addressFields } from '@/lib/places/address';
import { regionsOf } from '@/lib/places/address-regions';

type Part = Exclude<keyof Address, 'country'>;

const AUTOCOMPLETE: Record<Part, string> = {
  street: 'address-line1',
  street2: 'address-line2',
  city: 'address-level2',
  region: 'address-level1',
  postcode: 'postal-code',
};
const MOST: Record<Part, number> = {
  street: 200,
  street2: 200,
  city: 120,
  region: 120,
  postcode: 40,
};

/**
 * The parts of an address as people in this country write them: named, ordered and chosen from as there. Fields keep what
 * was typed when the country changes.
 */
export function AddressFields({
  country,
  locale,
  labels,
  chooseLabel,
  values,
  required,
}: {
  country: string;
  locale: Locale;
  /** By message key. */
  labels: Record<string, string>;
  chooseLabel: string;
  values: Partial<Address>;
  required: readonly string[];
}) {
  return addressFields(country)
    .filter((field) => field.part !== 'country')
    .map(({ part: anyPart, labelKey }) => {
      const part = anyPart as Part;
      const label = labels[labelKey] ?? '';
      const regions = part === 'region' ? regionsOf(country, locale) : null;
      const value = values[part] ?? '';
      if (regions) {
        const known = regions.find(({ code, name }) => code === value || name === value)?.code;
        // What was stored here in words of its own stays until another is chosen.
        const other = known || values.country !== country ? '' : value;
        return (
          <SelectField
            key={`region-${country}`}
            name={part}
            label={label}
            required={required.includes(part)}
            placeholder={chooseLabel}
            defaultValue={known ?? other}
            options={[
              ...(other ? [{ value: other, label: other }] : []),
              ...regions.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            autoComplete={AUTOCOMPLETE.region}
          />
        );
      }
      return (
        <TextField
          key={part}
          name={part}
          label={label}
          required={required.includes(part)}
          dir="auto"
          defaultValue={value}
          maxLength={MOST[part]}
          autoComplete={AUTOCOMPLETE[part]}
          wide={part === 'street' || part === 'street2'}
        />
      );
    });
}
