'use client';
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './class-names';
import { useFormState } from './form-context';

export type RadioOption = { value: string; label: string; help?: ReactNode; icon?: ReactNode };

export type RadioProps = {
  name: string;
  label: string;
  options: RadioOption[];
  defaultValue?: string;
  required?: boolean;
  hideLabel?: boolean;
  wide?: boolean;
  onPick?: (value: string) => void;
};

/** A few choices in plain sight, each with its own help. */
export function RadioField(props: RadioProps) {
  return (
    <Radios {...props} look="radio">
      {(option, input, inputId) => (
        <label className="choice" key={option.value} htmlFor={inputId}>
          {input}
          <span>
            {option.label}
            {option.help && <span className="help block">{option.help}</span>}
          </span>
        </label>
      )}
    </Radios>
  );
}

/** Two to four short choices side by side. */
export function SegmentedField(props: RadioProps) {
  return (
    <Radios {...props} look="segmented">
      {(option, input, inputId) => (
        <label key={option.value} htmlFor={inputId}>
          {input}
          {option.icon && (
            <span className="icon-box" aria-hidden="true">
              {option.icon}
            </span>
          )}
          {option.label}
        </label>
      )}
    </Radios>
  );
}

function Radios({
  name,
  label,
  options,
  defaultValue,
  required,
  hideLabel = false,
  wide,
  onPick,
  look,
  children,
}: RadioProps & {
  look: 'radio' | 'segmented';
  children: (option: RadioOption, input: ReactNode, inputId: string) => ReactNode;
}) {
  const { prefix, errors, values } = useFormState();
  const id = `${prefix}${name}`;
  const wrong = errors[name];
  const chosen = values?.[name] ?? defaultValue;
  const drawn = options.map((option, index) => {
    const inputId = index === 0 ? id : `${id}-${option.value}`;
    const input = (
      <input
        type="radio"
        id={inputId}
        className={look === 'radio' ? 'pick round' : undefined}
        name={name}
        value={option.value}
        defaultChecked={option.value === chosen}
        onChange={() => onPick?.(option.value)}
      />
    );
    return children(option, input, inputId);
  });
  return (
    <fieldset
      className={cx('field', wrong && 'wrong', wide && 'wide')}
      aria-describedby={wrong ? `${id}-error` : undefined}
    >
      <legend className={hideLabel ? 'sr-only' : 'label mb-1.5'}>
        {label}
        {required && (
          <span className="star" aria-hidden="true">
            *
          </span>
        )}
      </legend>
      {look === 'segmented' ? (
        <div className="segmented justify-self-start w-fit">{drawn}</div>
      ) : (
        drawn
      )}
      {wrong && (
        <div className="error" id={`${id}-error`}>
          <CircleAlert className="icon" aria-hidden="true" />
          <span>{wrong.join(' ')}</span>
        </div>
      )}
    </fieldset>
  );
}
