'use client';
import { ChevronDown } from 'lucide-react';
import { type ComponentProps, Fragment } from 'react';
import { cx } from './class-names';
import { Field, type FieldProps, splitField, useField, wire } from './field';

export type SelectOption = { value: string; label: string; group?: string };

type Choice = Omit<
  ComponentProps<'select'>,
  'name' | 'required' | 'className' | 'children' | 'defaultValue'
> & {
  options: SelectOption[];
  defaultValue?: string;
  /** The first, empty choice. Without it the first option is chosen. */
  placeholder?: string;
  compact?: boolean;
};

/** The browser's own select, drawn like a field. */
export function Select({ options, defaultValue, placeholder, compact, ...rest }: Choice) {
  const field = useField();
  const groups = new Map<string, SelectOption[]>();
  for (const option of options) {
    groups.set(option.group ?? '', [...(groups.get(option.group ?? '') ?? []), option]);
  }
  return (
    <span className="select">
      <select
        {...rest}
        {...wire(field)}
        // The answer without JavaScript is a new page: the key keeps React from reusing an older choice.
        key={field.value ?? ''}
        defaultValue={field.value ?? defaultValue ?? (placeholder === undefined ? undefined : '')}
        className={cx('input', compact && 'compact')}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {[...groups].map(([group, members]) =>
          group === '' ? (
            <Fragment key={group}>{members.map(choice)}</Fragment>
          ) : (
            <optgroup key={group} label={group}>
              {members.map(choice)}
            </optgroup>
          ),
        )}
      </select>
      <ChevronDown className="icon icon-sm" aria-hidden="true" />
    </span>
  );
}

const choice = ({ value, label }: SelectOption) => (
  <option key={value} value={value}>
    {label}
  </option>
);

/** A choice of one among up to a few dozen; more want a combobox. */
export function SelectField(props: FieldProps & Choice) {
  const { field, control } = splitField(props);
  return (
    <Field {...field}>
      <Select {...control} />
    </Field>
  );
}
