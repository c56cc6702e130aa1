'use client';
import { Calendar } from 'lucide-react';
import { type ComponentProps, useId, useRef, useState } from 'react';
import { cx } from '@/components/ui/class-names';
import { isComposing } from '@/components/ui/is-composing';
import { readTypedDate } from '@/components/ui/typed-date';
import { tidyDigits } from '@/lib/money/parse-decimal';

type CellProps = { label: string; value: string; onValue: (text: string) => void; error?: string };

/** A line of text typed straight onto the paper. */
export function TextCell({
  label,
  value,
  onValue,
  error,
  className,
  ...rest
}: CellProps & Omit<ComponentProps<'input'>, 'value' | 'onChange'>) {
  return (
    <input
      type="text"
      autoComplete="off"
      {...rest}
      className={cx('cell', className)}
      aria-label={label}
      aria-invalid={error ? true : undefined}
      title={error}
      value={value}
      onChange={(event) => onValue(event.target.value)}
    />
  );
}

/** Several lines of text; grows as they come. */
export function WordsCell({
  label,
  value,
  onValue,
  error,
  className,
  ...rest
}: CellProps & Omit<ComponentProps<'textarea'>, 'value' | 'onChange'>) {
  return (
    <textarea
      rows={value.split('\n').length}
      // In the direction of its own words; the placeholder in that of the page.
      dir={value ? 'auto' : undefined}
      {...rest}
      className={cx('cell', className)}
      aria-label={label}
      aria-invalid={error ? true : undefined}
      title={error}
      value={value}
      onChange={(event) => onValue(event.target.value)}
    />
  );
}

/** A figure: any digits while typing, written 0–9 on leaving unless `onBlur` tidies it. The text is kept, never a float. */
export function FigureCell({ className, ...rest }: ComponentProps<typeof TextCell>) {
  return (
    <TextCell
      inputMode="decimal"
      {...rest}
      className={cx('figure-cell', className)}
      onBlur={(event) => {
        if (rest.onBlur) return rest.onBlur(event);
        const tidy = tidyDigits(rest.value).replace('٪', '%');
        if (tidy !== rest.value) rest.onValue(tidy);
      }}
    />
  );
}

/** A choice that reads like the paper's own words. */
export function ChoiceCell({
  label,
  value,
  onValue,
  options,
  error,
  className,
}: CellProps & { options: { value: string; label: string }[]; className?: string }) {
  return (
    <select
      className={cx('cell', className)}
      aria-label={label}
      aria-invalid={error ? true : undefined}
      value={value}
      onChange={(event) => onValue(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/**
 * A calendar date: reads as the paper writes it, and is typed in any digits and common order or picked from a calendar.
 * What is no day stays as typed and is marked; nothing empties it but emptying it.
 */
export function DateCell({
  label,
  value,
  onValue,
  write,
  placeholder,
  pickLabel,
  notADate,
  error,
}: CellProps & {
  /** How the reader writes a date. */
  write: (date: string) => string;
  placeholder: string;
  pickLabel: string;
  notADate: string;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const noteId = useId();
  const settle = () => {
    if (typed === null) return;
    const date = typed.trim() === '' ? '' : readTypedDate(typed);
    if (date === null) {
      setWrong(typed);
      return;
    }
    setWrong(null);
    setTyped(null);
    onValue(date);
  };
  const problem = wrong !== null ? notADate : error;
  return (
    <span>
      <span className="date-cell">
        <input
          type="text"
          inputMode="numeric"
          autoComplete="off"
          className="cell"
          aria-label={label}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? noteId : undefined}
          data-unread={wrong !== null || undefined}
          placeholder={placeholder}
          value={typed ?? wrong ?? (value ? write(value) : '')}
          onFocus={() => setTyped(wrong ?? value)}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event)) event.currentTarget.blur();
          }}
          onBlur={() => {
            settle();
            setTyped(null);
          }}
        />
        <button
          type="button"
          aria-label={pickLabel}
          title={pickLabel}
          onClick={() => picker.current?.showPicker()}
        >
          <Calendar className="icon icon-sm" aria-hidden="true" />
        </button>
        <input
          ref={picker}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={value}
          onChange={(event) => {
            setWrong(null);
            onValue(event.target.value);
          }}
        />
      </span>
      {problem && (
        <span className="paper-error" id={noteId} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
