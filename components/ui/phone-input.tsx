'use client';
import { normaliseDigits } from '@/lib/i18n/digits';
import { Field, type FieldProps, splitField, useField, wire } from './field';

type PhoneProps = { defaultValue?: string; placeholder?: string };

function PhoneInput({ defaultValue, placeholder }: PhoneProps) {
  const field = useField();
  return (
    <input
      {...wire(field)}
      type="tel"
      autoComplete="tel"
      dir="ltr"
      placeholder={placeholder}
      defaultValue={field.value ?? defaultValue}
      className="input"
      onBlur={(event) => {
        event.target.value = normaliseDigits(event.target.value).trim();
      }}
    />
  );
}

/** A phone number as people write it, in any digits; always read from left to right. */
export function PhoneField(props: FieldProps & PhoneProps) {
  const { field, control } = splitField(props);
  return (
    <Field {...field}>
      <PhoneInput {...control} />
    </Field>
  );
}
