'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogShell } from '@/components/ui/dialog';
import { Form, type FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { SelectField } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locale';
import { AddressFields } from './address-fields';
import type { ClientFormValues } from './client-form';
import type { ClientFormChoices, ClientFormWords } from './client-form-words';
import { NameFields } from './name-fields';
import { TaxIdField } from './tax-id-field';
import { useClientCheck } from './use-client-check';

/** What the picker gets of a client just made: the answer of `createClient`. */
export type MadeClient = {
  id: string;
  displayName: string;
  detail: string;
  email: string;
  currency: string;
  locale: Locale;
  termsDays: number;
};

/**
 * A client made without leaving what one is doing: what a bill needs, with the same checks as the whole form. The rest can
 * follow on the client's page. `action` is `createClient` bound to the business; `id` a new one, made by the opener.
 */
export function QuickCreate({
  id,
  title,
  action,
  checkUrl,
  values,
  words,
  formWords,
  choices,
  locale,
  onMade,
  onClose,
}: {
  id: string;
  title: string;
  action: FormAction;
  checkUrl: string;
  values: ClientFormValues;
  words: ClientFormWords;
  formWords: FormWords;
  choices: ClientFormChoices;
  locale: Locale;
  onMade: (client: MadeClient) => void;
  onClose: () => void;
}) {
  const [country, setCountry] = useState(values.country);
  const { view, look } = useClientCheck(checkUrl, id);
  return (
    <DialogShell title={title} closeLabel={words.cancel} onClose={onClose}>
      <Form
        action={action}
        words={formWords}
        guard={false}
        onDone={(data) => onMade(data as MadeClient)}
      >
        <input type="hidden" name="id" value={id} readOnly />
        <input type="hidden" name="then" value="stay" readOnly />
        <input type="hidden" name="locale" value={values.locale} readOnly />
        <input type="hidden" name="currency" value={values.currency} readOnly />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: hears its fields being left */}
        <div
          className="form-grid group/client"
          onBlur={(event) => void look(event.target.closest('form'))}
        >
          <NameFields words={words} values={values} check={view} />
          <SelectField
            name="country"
            label={choices.labels['addresses.country'] ?? ''}
            required
            options={choices.countries}
            defaultValue={values.country}
            onChange={(event) => setCountry(event.target.value)}
          />
          <TaxIdField
            label={choices.taxIdNames[country] ?? choices.taxIdNames[''] ?? ''}
            keep={words.keepTaxId}
            value={values.taxId}
            problem={view.taxIdProblem}
          />
          <AddressFields
            country={country}
            locale={locale}
            labels={choices.labels}
            chooseLabel={words.notFilled}
            values={values}
          />
        </div>
        <div className="mt-4 flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </Form>
    </DialogShell>
  );
}
