'use client';
import { Calendar } from 'lucide-react';
import { useRef, useState } from 'react';
import { type Locale, languageTag } from '@/lib/i18n/locale';
import { Field, type FieldProps, splitField, useField, wire } from './field';
import { readTypedDate } from './typed-date';

type DateProps = {
  defaultValue?: string;
  locale: Locale;
  /** Names the button that opens the calendar. */
  pickLabel: string;
  /** Said below when the text is no day. */
  invalidLabel: string;
  min?: string;
  max?: string;
  onDate?: (date: string | null) => void;
};

/** A date typed in any digits and common orders, or picked; leaves the field as YYYY-MM-DD and says the weekday below. */
function DateInput({
  defaultValue = '',
  locale,
  pickLabel,
  invalidLabel,
  min,
  max,
  onDate,
}: DateProps) {
  const field = useField();
  const [text, setText] = useState(field.value ?? defaultValue);
  const picker = useRef<HTMLInputElement>(null);
  const date = readTypedDate(text);
  const settle = (next: string) => {
    const read = readTypedDate(next);
    setText(read ?? next);
    onDate?.(read);
  };
  const noteId = `${field.id}-read`;
  return (
    <>
      <span className="input">
        <input
          {...wire(field)}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          placeholder="YYYY-MM-DD"
          value={text}
          aria-describedby={[field.describedBy, noteId].filter(Boolean).join(' ')}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => settle(text)}
        />
        <button
          type="button"
          className="relative"
          aria-label={pickLabel}
          title={pickLabel}
          onClick={() => picker.current?.showPicker()}
        >
          <Calendar className="icon text-ink-soft" aria-hidden="true" />
          <input
            ref={picker}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            className="pointer-events-none absolute inset-0 opacity-0"
            value={date ?? ''}
            min={min}
            max={max}
            onChange={(event) => {
              settle(event.target.value);
              picker.current?.closest('form')?.dispatchEvent(new Event('input', { bubbles: true }));
            }}
          />
        </button>
      </span>
      {/* The browser's own calendar may word a date a little differently from the server's. */}
      <span className="help" id={noteId} suppressHydrationWarning>
        {date ? longDate(date, locale) : text.trim() ? invalidLabel : ''}
      </span>
    </>
  );
}

function longDate(date: string, locale: Locale): string {
  return new Intl.DateTimeFormat(languageTag(locale), {
    dateStyle: 'full',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`));
}

/** A calendar date with its label. */
export function DateField(props: FieldProps & DateProps) {
  const { field, control } = splitField(props);
  return (
    <Field {...field}>
      <DateInput {...control} />
    </Field>
  );
}
