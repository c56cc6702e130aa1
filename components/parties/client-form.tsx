'use client';
import { useState } from 'react';
import { LinkButton } from '@/components/ui/button';
import { Form, type FormAction } from '@/components/ui/form';
import { FormDock } from '@/components/ui/form-dock';
import { FormHead } from '@/components/ui/form-head';
import { FormPart } from '@/components/ui/form-part';
import type { FormWords } from '@/components/ui/form-words';
import { SelectField } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextAreaField } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-input';
import type { Locale } from '@/lib/i18n/locale';
import { requiredOf } from '@/lib/parties/required-fields';
import { BillingFields } from './billing-fields';
import type { ClientFormChoices, ClientFormWords } from './client-form-words';
import { ContactPersonFields } from './contact-person-fields';
import type { ClientFormValues } from './form-values';
import { NameFields } from './name-fields';
import { useClientCheck } from './use-client-check';

/** The whole form of a client, new or changed. `version` null makes a new one. */
export function ClientForm({
  action,
  checkUrl,
  title,
  id,
  version,
  values,
  words,
  formWords,
  choices,
  locale,
  saved,
  cancelHref,
}: {
  action: FormAction;
  checkUrl: string;
  title: string;
  id: string;
  version: number | null;
  values: ClientFormValues;
  words: ClientFormWords;
  formWords: FormWords;
  choices: ClientFormChoices;
  locale: Locale;
  saved: string;
  cancelHref: string;
}) {
  const [kind, setKind] = useState(values.kind);
  const [country, setCountry] = useState(values.country);
  const required = requiredOf(values.required, { kind, country });
  const { view, look } = useClientCheck(checkUrl, id);
  const isNew = version === null;

  const dock = (
    <FormDock unsaved={formWords.unsaved} saving={formWords.saving}>
      <LinkButton variant="ghost" href={cancelHref}>
        {words.cancel}
      </LinkButton>
      {isNew && (
        <SubmitButton
          variant="outline"
          name="then"
          value="new"
          aria-keyshortcuts="Control+Shift+Enter"
        >
          {words.saveAndNew}
        </SubmitButton>
      )}
      <SubmitButton kbd="⌘↵" {...(isNew ? { name: 'then', value: 'open' } : {})}>
        {words.save}
      </SubmitButton>
    </FormDock>
  );
  return (
    <Form
      action={action}
      words={formWords}
      saved={saved}
      creates={isNew}
      head={<FormHead title={title} needed={words.needed} />}
      dock={dock}
    >
      <input type="hidden" name="id" value={id} readOnly />
      {!isNew && <input type="hidden" name="version" defaultValue={String(version)} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears its fields being left, and a second way to save */}
      <div
        className="group/client"
        onBlur={(event) => void look(event.target.closest('form'))}
        onKeyDown={(event) => {
          if (!isNew || event.key !== 'Enter' || !event.shiftKey) return;
          if (!event.metaKey && !event.ctrlKey) return;
          event.preventDefault();
          event.stopPropagation();
          const form = event.currentTarget.closest('form');
          form?.requestSubmit(form.querySelector<HTMLButtonElement>('button[value="new"]'));
        }}
      >
        <FormPart title={words.who} note={words.whoNote}>
          <NameFields
            words={words}
            values={values}
            check={view}
            required={required}
            onKind={setKind}
          />
        </FormPart>
        {isNew && (
          <div className="border-t border-line group-has-[[value=PERSON]:checked]/client:hidden">
            <FormPart title={words.contact} note={words.contactNote}>
              <ContactPersonFields words={words} required={required} />
            </FormPart>
          </div>
        )}
        <div className="border-t border-line">
          <FormPart title={words.tax} note={words.taxNote}>
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
          </FormPart>
        </div>
        <div className="border-t border-line">
          <FormPart title={words.terms} note={words.termsNote}>
            <TextField
              name="paymentTermsDays"
              label={words.paymentTerms}
              help={words.paymentTermsHelp}
              defaultValue={values.paymentTermsDays}
              inputMode="numeric"
              maxLength={6}
              dir="ltr"
            />
            <SelectField
              name="currency"
              label={words.currency}
              options={choices.currencies}
              defaultValue={values.currency}
            />
            <SelectField
              name="locale"
              label={words.language}
              help={words.languageHelp}
              options={choices.languages}
              defaultValue={values.locale}
            />
          </FormPart>
        </div>
        {isNew && (
          <div className="border-t border-line">
            <FormPart title={words.note} note={words.noteNote}>
              <TextAreaField name="note" label={words.noteLabel} wide rows={3} maxLength={4000} />
            </FormPart>
          </div>
        )}
      </div>
    </Form>
  );
}
