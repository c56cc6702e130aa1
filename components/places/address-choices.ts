import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import { addressFields } from '@/lib/places/address';
import { countries } from '@/lib/places/countries';
import { taxIdName } from '@/lib/places/tax-id';

export type AddressChoices = ReturnType<typeof addressChoices>;

/** Countries by name, and what each calls the parts of an address and its tax number; finished for the browser. */
export function addressChoices(t: T, locale: Locale) {
  const all = countries(locale);
  const labels: Record<string, string> = {};
  const taxIdNames: Record<string, string> = {};
  const usual = taxIdName('', locale);
  for (const { code } of all) {
    for (const { labelKey } of addressFields(code)) labels[labelKey] ??= t(labelKey);
    const name = taxIdName(code, locale);
    if (name !== usual) taxIdNames[code] = name;
  }
  return {
    countries: all.map(({ code, name }) => ({ value: code, label: name })),
    labels,
    /** Under '' what every other country calls it. */
    taxIdNames: { ...taxIdNames, '': usual } as Record<string, string>,
    /** Before a region is chosen. */
    choose: t('clients.form.choose'),
  };
}

/** What the tax number is called in a country. */
export function taxIdLabel({ taxIdNames }: AddressChoices, country: string): string {
  return taxIdNames[country] ?? taxIdNames[''] ?? '';
}
