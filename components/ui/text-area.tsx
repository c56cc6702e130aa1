'use client';
import type { ComponentProps } from 'react';
import { Field, type FieldProps, splitField, useField, wire } from './field';

type Area = Omit<ComponentProps<'textarea'>, 'name' | 'required' | 'className'>;

function TextArea({ defaultValue, ...rest }: Area) {
  const field = useField();
  return (
    <textarea
      rows={4}
      {...rest}
      {...wire(field)}
      defaultValue={field.value ?? defaultValue}
      className="input"
    />
  );
}

/** Several lines of text; grows with what is typed where the browser can. */
export function TextAreaField(props: FieldProps & Area) {
  const { field, control } = splitField(props);
  return (
    <Field {...field}>
      <TextArea {...control} />
    </Field>
  );
}
