'use client';

import { type ReactNode, useState } from 'react';
import { ClosingForm } from '@/components/ui/closing-form';
import { Dialog } from '@/components/ui/dialog';
import type { FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { SelectField, type SelectOption } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-input';

export type TaxRateWords = {
  name: string;
  nameHelp: string;
  rate: string;
  rateHelp: string;
  category: string;
  reason: string;
  reasonHelp: string;
  save: string;
  saved: string;
  close: string;
};

export type TaxRateValues = {
  id: string;
  /** Empty for a new rate. */
  version: string;
  name: string;
  rate: string;
  category: string;
  exemptionReason: string;
};

/** Adds or changes a tax rate. */
export function TaxRateDialog({
  trigger,
  title,
  action,
  values,
  categories,
  words,
  formWords,
}: {
  trigger: ReactNode;
  title: string;
  action: FormAction;
  values: TaxRateValues;
  categories: SelectOption[];
  words: TaxRateWords;
  formWords: FormWords;
}) {
  return (
    <Dialog trigger={trigger} title={title} closeLabel={words.close}>
      {(close) => (
        <ClosingForm
          action={action}
          words={formWords}
          saved={words.saved}
          creates={values.version === ''}
          close={close}
        >
          <input type="hidden" name="id" value={values.id} />
          <input type="hidden" name="version" value={values.version} />
          <div className="flex flex-col gap-4">
            <Fields values={values} categories={categories} words={words} />
            <div className="dialog-actions">
              <SubmitButton>{words.save}</SubmitButton>
            </div>
          </div>
        </ClosingForm>
      )}
    </Dialog>
  );
}

/** A reason is asked for only where no tax is charged, a percentage only where some is. */
function Fields({
  values,
  categories,
  words,
}: {
  values: TaxRateValues;
  categories: SelectOption[];
  words: TaxRateWords;
}) {
  const [category, setCategory] = useState(values.category);
  const taxed = category === 'STANDARD';
  return (
    <>
      <TextField
        name="name"
        label={words.name}
        help={words.nameHelp}
        required
        defaultValue={values.name}
        maxLength={60}
      />
      <SelectField
        name="category"
        label={words.category}
        options={categories}
        defaultValue={values.category}
        onChange={(event) => setCategory(event.target.value)}
      />
      {taxed ? (
        <TextField
          name="rate"
          label={words.rate}
          help={words.rateHelp}
          required
          dir="ltr"
          inputMode="decimal"
          defaultValue={values.rate}
          maxLength={20}
        />
      ) : (
        <input type="hidden" name="rate" value="0" />
      )}
      {taxed || category === 'ZERO' ? (
        <input type="hidden" name="exemptionReason" value="" />
      ) : (
        <TextField
          name="exemptionReason"
          label={words.reason}
          help={words.reasonHelp}
          required={category === 'EXEMPT'}
          defaultValue={values.exemptionReason}
          maxLength={200}
        />
      )}
    </>
  );
}
