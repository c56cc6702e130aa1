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
}: {
  country: string;
  locale: Locale;
  /** By message key. */
  labels: Record<string, string>;
  chooseLabel: string;
  values: Partial<Record<Part, string>>;
}) {
  return addressFields(country)
    .filter((field) => field.part !== 'country')
    .map(({ part: anyPart, labelKey }) => {
      const part = anyPart as Part;
      const label = labels[labelKey] ?? '';
      const regions = part === 'region' ? regionsOf(country, locale) : null;
      const value = values[part] ?? '';
      if (regions) {
        return (
          <SelectField
            key={`region-${country}`}
            name={part}
            label={label}
            placeholder={chooseLabel}
            defaultValue={regions.some(({ code }) => code === value) ? value : ''}
            options={regions.map(({ code, name }) => ({ value: code, label: name }))}
            autoComplete={AUTOCOMPLETE.region}
          />
        );
      }
      return (
        <TextField
          key={part}
          name={part}
          label={label}
          defaultValue={value}
          maxLength={MOST[part]}
          autoComplete={AUTOCOMPLETE[part]}
          wide={part === 'street' || part === 'street2'}
        />
      );
    });
}
