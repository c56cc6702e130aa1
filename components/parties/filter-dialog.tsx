'use client';
import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-input';
import type { Locale } from '@/lib/i18n/locale';
import { CURRENCIES } from '@/lib/money/currencies';
import { countries } from '@/lib/places/countries';
import type { ListAddress } from './list-address';

export type FilterWords = {
  add: string;
  title: string;
  kind: string;
  company: string;
  person: string;
  country: string;
  city: string;
  currency: string;
  any: string;
  apply: string;
  close: string;
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
    <Dialog
      title={words.title}
      closeLabel={words.close}
      trigger={
        <button type="button" className="chip add">
          <Plus className="icon icon-sm" aria-hidden="true" />
          {words.add}
        </button>
      }
    >
      <form action={list} method="get" className="flex flex-col gap-3">
        {(['view', 'q', 'sort'] as const).map(
          (name) => now[name] && <input key={name} type="hidden" name={name} value={now[name]} />,
        )}
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
        <div className="flex justify-end pt-1">
          <Button type="submit" variant="primary">
            {words.apply}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
