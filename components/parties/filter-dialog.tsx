'use client';
import { FilterDialog, type FilterDialogWords } from '@/components/ui/filter-dialog';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-input';
import type { Locale } from '@/lib/i18n/locale';
import { CURRENCIES } from '@/lib/money/currencies';
import { countries } from '@/lib/places/countries';
import type { ListAddress } from './list-address';

export type FilterWords = FilterDialogWords & {
  kind: string;
  company: string;
  person: string;
  country: string;
  city: string;
  currency: string;
  any: string;
};

/** Narrows the list of clients: a plain GET form, so every choice ends up in the address. */
export function ClientFilterDialog({
  words,
  locale,
  list,
  now,
}: {
  words: FilterWords;
  locale: Locale;
  list: string;
  now: ListAddress;
}) {
  return (
    <FilterDialog words={words} list={list} keep={{ view: now.view, q: now.q, sort: now.sort }}>
      <SelectField
        name="kind"
        label={words.kind}
        placeholder={words.any}
        defaultValue={now.kind}
        options={[
          { value: 'company', label: words.company },
          { value: 'person', label: words.person },
        ]}
      />
      <SelectField
        name="country"
        label={words.country}
        placeholder={words.any}
        defaultValue={now.country}
        options={countries(locale).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextField name="city" label={words.city} defaultValue={now.city} maxLength={120} />
      <SelectField
        name="currency"
        label={words.currency}
        placeholder={words.any}
        defaultValue={now.currency}
        options={CURRENCIES.map((code) => ({ value: code, label: code }))}
      />
    </FilterDialog>
  );
}
