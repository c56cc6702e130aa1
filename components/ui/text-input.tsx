'use client';
import type { ComponentProps } from 'react';
import { cx } from './class-names';
import { Field, type FieldProps, splitField, useField, wire } from './field';

type Input = Omit<ComponentProps<'input'>, 'name' | 'required' | 'className'> & {
  compact?: boolean;
};

/** The control alone, inside a `<Field>`. */
export function TextInput({ compact, defaultValue, ...rest }: Input) {
  const field = useField();
  return (
    <input
      type="text"
      {...rest}
      {...wire(field)}
      defaultValue={field.value ?? defaultValue}
      className={cx('input', compact && 'compact')}
    />
  );
}

/** A line of text with its label, hint, help and error. */
export function TextField(props: FieldProps & Input) {
  const { field, control } = splitField(props);
  return (
    <Field {...field}>
      <TextInput {...control} />
    </Field>
  );
}
