'use client';
import type { ReactNode } from 'react';
import { cx } from './class-names';
import { useFormState } from './form-context';

export type CheckProps = {
  name: string;
  label: ReactNode;
  help?: ReactNode;
  /** What the form carries when ticked. */
  value?: string;
  defaultChecked?: boolean;
  disabled?: boolean;
  wide?: boolean;
  onCheck?: (checked: boolean) => void;
};

/** Whether a box starts ticked: what was ticked before a refusal wins over what is stored. */
export function useTicked(name: string, value: string, defaultChecked = false): boolean {
  const { values } = useFormState();
  return values ? values[name] === value : defaultChecked;
}

/** A check box with its sentence. Unticked it sends nothing, as browsers do. */
export function CheckboxField({
  name,
  label,
  help,
  value = 'on',
  defaultChecked,
  disabled,
  wide,
  onCheck,
}: CheckProps) {
  const { prefix, errors } = useFormState();
  const id = `${prefix}${name}-${value}`;
  const wrong = errors[name];
  const described = [help && `${id}-help`, wrong && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={cx('field', wide && 'wide')}>
      <label className="choice">
        <input
          type="checkbox"
          className="pick"
          id={id}
          name={name}
          value={value}
          disabled={disabled}
          defaultChecked={useTicked(name, value, defaultChecked)}
          aria-describedby={described || undefined}
          aria-invalid={wrong ? true : undefined}
          onChange={(event) => onCheck?.(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {wrong && (
        <div className="error" id={`${id}-error`}>
          {wrong.join(' ')}
        </div>
      )}
      {help && (
        <div className="help ps-6" id={`${id}-help`}>
          {help}
        </div>
      )}
    </div>
  );
}
