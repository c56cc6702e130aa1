'use client';
import { ChevronsUpDown, Plus } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Field, type FieldProps, splitField, useField } from './field';
import { isComposing } from './is-composing';

export type ComboboxOption = { value: string; label: string; note?: string };

export type ComboboxWords = {
  empty: string;
  loading: string;
  failed: string;
  /** With `{query}`: 'Create “{query}”'. */
  create?: string;
};

type ComboboxProps = {
  load: (query: string) => Promise<ComboboxOption[]>;
  words: ComboboxWords;
  defaultValue?: string;
  defaultLabel?: string;
  placeholder?: string;
  /** Where the create row leads; `{query}` is replaced by what was typed. Without it, `onCreate` is called. */
  createHref?: string;
  onCreate?: (query: string) => void;
  onPick?: (option: ComboboxOption | null) => void;
};

const WAIT = 150;

/** Type-ahead over records: arrows move, Enter picks, Escape closes; the form carries the picked value. */
function Combobox(props: ComboboxProps) {
  const { load, words, defaultLabel = '', placeholder, onPick } = props;
  const field = useField();
  const listId = useId();
  const carried = useRef<HTMLInputElement>(null);
  const [picked, setPicked] = useState({
    value: field.value ?? props.defaultValue ?? '',
    label: defaultLabel,
  });
  const [text, setText] = useState(defaultLabel);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [found, setFound] = useState<ComboboxOption[] | 'loading' | 'failed'>('loading');
  const query = text === picked.label ? '' : text.trim();
  const options = Array.isArray(found) ? found : [];
  const creates = Boolean(words.create && query);
  const last = options.length - 1 + (creates ? 1 : 0);

  useEffect(() => {
    if (!open) return;
    let current = true;
    setFound('loading');
    const timer = setTimeout(() => {
      load(query).then(
        (rows) => {
          if (!current) return;
          setFound(rows);
          setActive(0);
        },
        () => current && setFound('failed'),
      );
    }, WAIT);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [open, query, load]);

  const settle = (option: ComboboxOption | null) => {
    setPicked(option ?? { value: '', label: '' });
    setText(option?.label ?? '');
    setOpen(false);
    onPick?.(option);
    queueMicrotask(() => carried.current?.dispatchEvent(new Event('input', { bubbles: true })));
  };
  const create = () => {
    setOpen(false);
    if (props.createHref) {
      window.location.assign(props.createHref.replace('{query}', encodeURIComponent(query)));
    } else props.onCreate?.(query);
  };
  const choose = (index: number) => {
    const option = options[index];
    if (option) settle(option);
    else if (creates && index === options.length) create();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setOpen(true);
      else {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        setActive((now) => Math.min(Math.max(now + step, 0), Math.max(last, 0)));
      }
    } else if (event.key === 'Enter' && open && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      choose(active);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
      setText(picked.label);
    }
  };
  // Rows keep the focus in the field (they cancel the mouse press), so leaving it is leaving the whole part.
  const onBlur = () => {
    setOpen(false);
    if (text.trim() === '') {
      if (picked.value) settle(null);
    } else setText(picked.label);
  };

  return (
    <span className="relative block">
      <span className="input">
        <input
          id={field.id}
          type="text"
          role="combobox"
          autoComplete="off"
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && last >= 0 ? `${listId}-${active}` : undefined}
          aria-required={field.required || undefined}
          aria-invalid={field.invalid || undefined}
          aria-describedby={field.describedBy}
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        />
        <ChevronsUpDown className="icon icon-sm text-ink-soft" aria-hidden="true" />
      </span>
      <input type="hidden" ref={carried} name={field.name} value={picked.value} readOnly />
      {open && (
        <div className="menu listbox" id={listId} role="listbox" tabIndex={-1}>
          {found === 'loading' && <div className="menu-label">{words.loading}</div>}
          {found === 'failed' && <div className="menu-label">{words.failed}</div>}
          {Array.isArray(found) && options.length === 0 && (
            <div className="menu-label">{words.empty}</div>
          )}
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input that owns this list
            <div
              key={option.value}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="menu-item"
              onPointerMove={() => setActive(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(index)}
            >
              <span className="clip flex-1">{option.label}</span>
              {option.note && <span className="meta clip">{option.note}</span>}
            </div>
          ))}
          {creates && (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the input that owns this list
            <div
              id={`${listId}-${options.length}`}
              role="option"
              tabIndex={-1}
              aria-selected={active === options.length}
              className="menu-item text-accent"
              onMouseDown={(event) => event.preventDefault()}
              onClick={create}
            >
              <Plus className="icon" aria-hidden="true" />
              {words.create?.replace('{query}', query)}
            </div>
          )}
        </div>
      )}
    </span>
  );
}

/** A choice among many records, looked up while typing. */
export function ComboboxField(props: FieldProps & ComboboxProps) {
  const { field, control } = splitField(props);
  return (
    <Field {...field}>
      <Combobox {...control} />
    </Field>
  );
}
