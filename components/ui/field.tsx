'use client';
import { CircleAlert } from 'lucide-react';
import { createContext, type ReactNode, useContext } from 'react';
import { cx } from './class-names';
import { useFormState } from './form-context';

export type FieldProps = {
  /** The form field's name: also finds its errors and its typed value. */
  name: string;
  label: string;
  required?: boolean;
  /** At the end of the label's line: a short remark or a link. */
  hint?: ReactNode;
  help?: ReactNode;
  /** Both columns of a form part. */
  wide?: boolean;
  className?: string;
  /** Reads the label to screen readers only. */
  hideLabel?: boolean;
};

export type FieldWiring = {
  id: string;
  name: string;
  required: boolean;
  invalid: boolean;
  describedBy: string | undefined;
  /** What was typed before a refusal, or undefined. */
  value: string | undefined;
};

const FieldContext = createContext<FieldWiring | null>(null);

/** What a control inside `<Field>` needs to be named, described and filled again. */
export function useField(): FieldWiring {
  const field = useContext(FieldContext);
  if (!field) throw new Error('A control stands outside a <Field>.');
  return field;
}

/** The attributes of an input inside a field. */
export function wire(field: FieldWiring) {
  return {
    id: field.id,
    name: field.name,
    'aria-required': field.required || undefined,
    'aria-invalid': field.invalid || undefined,
    'aria-describedby': field.describedBy,
  };
}

/** Label above, control, then the error and the help; the error is tied to the control. */
export function Field({
  name,
  label,
  required = false,
  hint,
  help,
  wide,
  className,
  hideLabel,
  children,
}: FieldProps & { children: ReactNode }) {
  const form = useFormState();
  const id = `${form.prefix}${name}`;
  const errors = form.errors[name] ?? [];
  const invalid = errors.length > 0;
  const describedBy =
    [invalid && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined;
  const value = form.values?.[name];
  return (
    <FieldContext value={{ id, name, required, invalid, describedBy, value }}>
      <div className={cx('field', invalid && 'wrong', wide && 'wide', className)}>
        <div className={hideLabel ? 'sr-only' : 'label-row'}>
          <label className="label" htmlFor={id}>
            {label}
            {required && (
              <span className="star" aria-hidden="true">
                *
              </span>
            )}
          </label>
          {hint && <span className="hint">{hint}</span>}
        </div>
        {children}
        {invalid && (
          <div className="error" id={`${id}-error`}>
            <CircleAlert className="icon" aria-hidden="true" />
            <span>{errors.join(' ')}</span>
          </div>
        )}
        {help && (
          <div className="help" id={`${id}-help`}>
            {help}
          </div>
        )}
      </div>
    </FieldContext>
  );
}

/** Splits the props of a `…Field` into those of the field and those of its control. */
export function splitField<P extends FieldProps>(props: P) {
  const { name, label, required, hint, help, wide, className, hideLabel, ...control } = props;
  return {
    field: { name, label, required, hint, help, wide, className, hideLabel },
    control: control as Omit<P, keyof FieldProps>,
  };
}
