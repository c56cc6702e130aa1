import type { T } from '@/lib/i18n/translate';
import { addressFields } from '@/lib/places/address';
import { COUNTRIES } from '@/lib/places/countries';

type Field = { part: string; label: string; required: boolean };

/** Every country's address fields, with the labels people use there; countries that agree share one layout. */
export function addressLayouts(t: T): { layouts: Field[][]; of: Record<string, number> } {
  const layouts: Field[][] = [];
  const index = new Map<string, number>();
  const of: Record<string, number> = {};
  for (const country of COUNTRIES) {
    const fields = addressFields(country)
      .filter(({ part }) => part !== 'country')
      .map(({ part, labelKey, required }) => ({ part, label: t(labelKey), required }));
    const key = JSON.stringify(fields);
    const at = index.get(key) ?? layouts.push(fields) - 1;
    index.set(key, at);
    of[country] = at;
  }
  return { layouts, of };
}
