'use client';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/checkbox';
import { ClosingForm } from '@/components/ui/closing-form';
import { Dialog } from '@/components/ui/dialog';
import type { FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { PhoneField } from '@/components/ui/phone-input';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-input';

export type ContactWords = {
  givenName: string;
  familyName: string;
  jobTitle: string;
  email: string;
  phone: string;
  mail: string;
  getsInvoices: string;
  getsReceipts: string;
  save: string;
  cancel: string;
  saved: string;
};

export type ContactValues = {
  givenName: string;
  familyName: string;
  jobTitle: string;
  email: string;
  phone: string;
  getsInvoices: boolean;
  getsReceipts: boolean;
};

const NOBODY: ContactValues = {
  givenName: '',
  familyName: '',
  jobTitle: '',
  email: '',
  phone: '',
  getsInvoices: false,
  getsReceipts: false,
};

/** A person at a client, new or changed, in a dialog behind `trigger`. */
export function ContactDialog({
  trigger,
  title,
  action,
  fields,
  country,
  values = NOBODY,
  words,
  formWords,
}: {
  trigger: ReactNode;
  title: string;
  action: FormAction;
  /** The contact's id, and its version or its client. */
  fields: Record<string, string>;
  country: string;
  values?: ContactValues;
  words: ContactWords;
  formWords: FormWords;
}) {
  return (
    <Dialog trigger={trigger} title={title} closeLabel={words.cancel}>
      {(close) => (
        <ClosingForm
          action={action}
          words={formWords}
          saved={words.saved}
          creates={!('version' in fields)}
          close={close}
        >
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} defaultValue={value} />
          ))}
          <input type="hidden" name="country" value={country} readOnly />
          <div className="form-grid">
            <TextField
              name="givenName"
              label={words.givenName}
              required
              defaultValue={values.givenName}
              maxLength={80}
              autoComplete="off"
            />
            <TextField
              name="familyName"
              label={words.familyName}
              defaultValue={values.familyName}
              maxLength={80}
              autoComplete="off"
            />
            <TextField
              name="jobTitle"
              label={words.jobTitle}
              wide
              defaultValue={values.jobTitle}
              maxLength={80}
              autoComplete="off"
            />
            <TextField
              name="email"
              label={words.email}
              type="email"
              dir="ltr"
              defaultValue={values.email}
              maxLength={254}
              autoComplete="off"
            />
            <PhoneField name="phone" label={words.phone} defaultValue={values.phone} />
            <fieldset className="wide flex flex-col gap-2">
              <legend className="label mb-1.5">{words.mail}</legend>
              <CheckboxField
                name="getsInvoices"
                label={words.getsInvoices}
                defaultChecked={values.getsInvoices}
              />
              <CheckboxField
                name="getsReceipts"
                label={words.getsReceipts}
                defaultChecked={values.getsReceipts}
              />
            </fieldset>
          </div>
          <div className="dialog-actions">
            <Button onClick={close}>{words.cancel}</Button>
            <SubmitButton>{words.save}</SubmitButton>
          </div>
        </ClosingForm>
      )}
    </Dialog>
  );
}
