'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { DialogShell } from '@/components/ui/dialog';
import { Form, type FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Locale } from '@/lib/i18n/locale';
import { requiredOf } from '@/lib/parties/required-fields';
import { BillingFields } from './billing-fields';
import type { ClientFormChoices, ClientFormWords } from './client-form-words';
import { ContactPersonFields } from './contact-person-fields';
import type { ClientFormValues } from './form-values';
import { NameFields } from './name-fields';
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
  const [kind, setKind] = useState(values.kind);
  const [country, setCountry] = useState(values.country);
  const required = requiredOf(values.required, { kind, country });
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
          <NameFields
            words={words}
            values={values}
            check={view}
            required={required}
            onKind={setKind}
          />
          {required.includes('contactPerson') && (
            <ContactPersonFields words={words} required={required} />
          )}
          <BillingFields
            country={country}
            onCountry={setCountry}
            values={values}
            required={required}
            taxIdProblem={view.taxIdProblem}
            locale={locale}
            words={words}
            choices={choices}
          />
        </div>
        <div className="dialog-actions">
          <Button onClick={onClose}>{words.cancel}</Button>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </Form>
    </DialogShell>
  );
}
