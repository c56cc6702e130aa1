'use client';
import { ClientField } from '@/components/parties/client-field';
import { CheckboxField } from '@/components/ui/checkbox';
import type { ComboboxWords } from '@/components/ui/combobox';
import { DateField } from '@/components/ui/date-input';
import { FilterDialog, type FilterDialogWords } from '@/components/ui/filter-dialog';
import { SelectField } from '@/components/ui/select';
import type { Locale } from '@/lib/i18n/locale';
import { CURRENCIES } from '@/lib/money/currencies';

type PaymentFilterWords = FilterDialogWords & {
  client: string;
  from: string;
  to: string;
  pickDate: string;
  invalidDate: string;
  methods: string;
  fate: string;
  anyFate: string;
  currency: string;
  anyCurrency: string;
  anyClient: string;
  lookup: ComboboxWords;
};

/** Narrows the list of payments: a plain GET form, so every choice ends up in the address. */
export function PaymentFilterDialog({
  words,
  locale,
  list,
  now,
  clientName,
  clientsUrl,
  methods,
  fates,
}: {
  words: PaymentFilterWords;
  locale: Locale;
  list: string;
  /** The filters as they stand in the address. */
  now: Record<string, string>;
  clientName: string | null;
  clientsUrl: string;
  methods: { value: string; label: string }[];
  fates: { value: string; label: string }[];
}) {
  const chosen = (now.method ?? '').split(',');
  const dates = { locale, pickLabel: words.pickDate, invalidLabel: words.invalidDate };
  return (
    <FilterDialog words={words} list={list} keep={{ sort: now.sort }}>
      <ClientField
        name="client"
        label={words.client}
        clientsUrl={clientsUrl}
        words={words.lookup}
        placeholder={words.anyClient}
        defaultValue={now.client}
        defaultLabel={clientName ?? ''}
      />
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <DateField name="from" label={words.from} defaultValue={now.from} {...dates} />
        <DateField name="to" label={words.to} defaultValue={now.to} {...dates} />
      </div>
      <fieldset>
        <legend className="label mb-1.5">{words.methods}</legend>
        <div className="grid grid-cols-2 gap-2">
          {methods.map(({ value, label }) => (
            <CheckboxField
              key={value}
              name="method"
              value={value}
              label={label}
              defaultChecked={chosen.includes(value)}
            />
          ))}
        </div>
      </fieldset>
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <SelectField
          name="fate"
          label={words.fate}
          placeholder={words.anyFate}
          defaultValue={now.fate}
          options={fates}
        />
        <SelectField
          name="currency"
          label={words.currency}
          placeholder={words.anyCurrency}
          defaultValue={now.currency}
          options={CURRENCIES.map((code) => ({ value: code, label: code }))}
        />
      </div>
    </FilterDialog>
  );
}
