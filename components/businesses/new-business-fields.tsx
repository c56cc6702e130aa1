'use client';

import { FormPart } from '@/components/ui/form-part';
import { SelectField, type SelectOption } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-input';

export type NewBusinessWords = {
  business: string;
  note: string;
  name: string;
  nameHelp: string;
  country: string;
  chooseCountry: string;
  language: string;
  languageHelp: string;
  currency: string;
  timeZone: string;
};

/** What a country suggests: its currency, its language where it is one of ours, its likeliest zone. */
export type CountryStart = [currency: string, locale: string, timeZone: string];

export type NewBusinessChoices = {
  countries: SelectOption[];
  languages: SelectOption[];
  currencies: SelectOption[];
  timeZones: SelectOption[];
  starts: Record<string, CountryStart>;
  /** The country the reader probably is in, or empty. */
  country: string;
  locale: string;
};

/** Name, country, language, currency and time zone of a new business; choosing the country fills in the rest. */
export function NewBusinessFields({
  words,
  choices,
}: {
  words: NewBusinessWords;
  choices: NewBusinessChoices;
}) {
  const start = choices.starts[choices.country];
  const fillIn = (event: React.ChangeEvent<HTMLSelectElement>) => {
    const suggested = choices.starts[event.target.value];
    const form = event.target.form;
    if (!suggested || !form) return;
    const [currency, locale, timeZone] = suggested;
    for (const [name, value] of Object.entries({ currency, locale, timeZone })) {
      const select = form.elements.namedItem(name);
      if (select instanceof HTMLSelectElement && value) select.value = value;
    }
  };
  return (
    <FormPart title={words.business} note={words.note}>
      <TextField
        name="businessName"
        dir="auto"
        label={words.name}
        help={words.nameHelp}
        required
        wide
        maxLength={120}
        autoComplete="organization"
      />
      <SelectField
        name="country"
        label={words.country}
        required
        options={choices.countries}
        placeholder={words.chooseCountry}
        defaultValue={choices.country}
        onChange={fillIn}
        autoComplete="country"
      />
      <SelectField
        name="locale"
        label={words.language}
        help={words.languageHelp}
        required
        options={choices.languages}
        defaultValue={choices.locale}
      />
      <SelectField
        name="currency"
        label={words.currency}
        required
        options={choices.currencies}
        defaultValue={start?.[0] ?? 'USD'}
      />
      <SelectField
        name="timeZone"
        label={words.timeZone}
        required
        options={choices.timeZones}
        defaultValue={start?.[2] ?? 'UTC'}
      />
    </FormPart>
  );
}
