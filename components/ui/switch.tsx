'use client';
import { type CheckProps, useTicked } from './checkbox';
import { cx } from './class-names';
import { useFormState } from './form-context';

/** A setting that is on or off: a check box drawn as a switch, its words at the start. */
export function SwitchField({
  name,
  label,
  help,
  value = 'on',
  defaultChecked,
  disabled,
  wide,
  onCheck,
}: CheckProps) {
  const { prefix } = useFormState();
  const id = `${prefix}${name}`;
  return (
    <div className={cx('field', wide && 'wide')}>
      <label className="option">
        <span>{label}</span>
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a check box brings its own checked state
          role="switch"
          className="switch"
          id={id}
          name={name}
          value={value}
          disabled={disabled}
          defaultChecked={useTicked(name, value, defaultChecked)}
          aria-describedby={help ? `${id}-help` : undefined}
          onChange={(event) => onCheck?.(event.target.checked)}
        />
      </label>
      {help && (
        <div className="help" id={`${id}-help`}>
          {help}
        </div>
      )}
    </div>
  );
}
