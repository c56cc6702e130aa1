'use client';
import type { ReactNode } from 'react';
import { normaliseDigits } from '@/lib/i18n/digits';
import { tidyDigits } from '@/lib/money/parse-decimal';
import { cx } from './class-names';
import { Field, type FieldProps, splitField, useField, wire } from './field';

type AmountProps = {
  defaultValue?: string;
  /** '£', or a word such as 'د.ك' that stands after the digits. */
  sign?: ReactNode;
  signAfter?: boolean;
  placeholder?: string;
  onValue?: (text: string) => void;
};

/** A figure as text: digits of any script are understood and written 0–9 on leaving; the server reads it exactly. */
function AmountInput({ defaultValue, sign, signAfter = false, placeholder, onValue }: AmountProps) {
  const field = useField();
  const affix = sign && (
    <span className="affix" aria-hidden="true">
      {sign}
    </span>
  );
  return (
    <span className={cx('input', 'amount-field')} dir="ltr">
      {!signAfter && affix}
      <input
        {...wire(field)}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
        placeholder={placeholder}
        defaultValue={field.value ?? defaultValue}
        onChange={(event) => onValue?.(normaliseDigits(event.target.value))}
        onBlur={(event) => {
          event.target.value = tidyDigits(event.target.value);
        }}
      />
      {signAfter && affix}
    </span>
  );
}

/** An amount of money, a rate or a quantity, with its label. */
export function AmountField(props: FieldProps & AmountProps) {
  const { field, control } = splitField(props);
  return (
    <Field {...field}>
      <AmountInput {...control} />
    </Field>
  );
}
