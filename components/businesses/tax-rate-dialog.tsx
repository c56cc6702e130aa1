'use client';

import { type ReactNode, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import type { FormAction } from '@/components/ui/form';
import type { FormWords } from '@/components/ui/form-words';
import { SelectField, type SelectOption } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-input';
import { ClosingForm } from './closing-form';

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

/** Adds or changes a tax rate. A reason is asked for only where no tax is charged. */
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
  const [category, setCategory] = useState(values.category);
  const taxed = category === 'STANDARD';
  return (
    <Dialog trigger={trigger} title={title} closeLabel={words.close}>
      {(close) => (
        <ClosingForm action={action} words={formWords} saved={words.saved} close={close}>
          <input type="hidden" name="id" value={values.id} />
          <input type="hidden" name="version" value={values.version} />
          <div className="flex flex-col gap-4">
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
            <div className="dialog-actions">
              <SubmitButton>{words.save}</SubmitButton>
            </div>
          </div>
        </ClosingForm>
      )}
    </Dialog>
  );
}
