'use client';
import { type RefObject, useEffect, useMemo, useRef } from 'react';

const PREFIX = 'portico.made.';
const ENTRY = 'portico.entry.';

/**
 * A form that creates carries the id of what it creates, so that a repeat is the same row: the id it was opened with,
 * whatever id a live page brings into the hidden field when it is drawn again. One that `leadsOn` to another page once
 * saved keeps it for whoever comes back by the back button, too. Whoever types something else there means another row:
 * then it gets an id of its own. The same words again stay the same row.
 */
export function useOwnId(form: RefObject<HTMLFormElement | null>, leadsOn: boolean) {
  const id = useRef<string | null>(null);
  useEffect(() => {
    const control = form.current?.elements.namedItem('id');
    if (!(control instanceof HTMLInputElement)) return;
    id.current = leadsOn ? keptOfEntry(control.value) : control.value;
  }, [form, leadsOn]);
  return useMemo(
    () => ({
      /** Writes the id into what is about to be sent. */
      put(data: FormData) {
        if (id.current !== null) data.set('id', id.current);
        const made = read(data);
        if (made !== null && made !== contentOf(data)) data.set('id', freshId());
      },
      made: rememberMade,
    }),
    [],
  );
}

/** Notes in this tab what was made under the form's id. A forbidden storage only means one safety net less. */
function rememberMade(data: FormData): void {
  try {
    sessionStorage.setItem(PREFIX + data.get('id'), contentOf(data));
  } catch {
    return;
  }
}

/**
 * The id that the form of this step of the history was first drawn with: `drawn` the first time. Where the browser names
 * no steps, going back to a page that was drawn afresh is another form.
 */
function keptOfEntry(drawn: string): string {
  const { navigation } = window as { navigation?: { currentEntry?: { key: string } | null } };
  const step = navigation?.currentEntry?.key;
  if (!step) return drawn;
  const name = ENTRY + step + window.location.pathname;
  try {
    const kept = sessionStorage.getItem(name);
    if (kept === null) sessionStorage.setItem(name, drawn);
    return kept ?? drawn;
  } catch {
    return drawn;
  }
}

function read(data: FormData): string | null {
  try {
    return sessionStorage.getItem(PREFIX + data.get('id'));
  } catch {
    return null;
  }
}

/** What was typed: not the id itself, not which button sent it, and nothing of React's own. */
function contentOf(data: FormData): string {
  const isTyped = (name: string) => name !== 'id' && name !== 'then' && !name.startsWith('$ACTION');
  return JSON.stringify([...data].filter(([name]) => isTyped(name)));
}

/** A UUID of version 7 (RFC 9562, 5.7), as the server makes them. */
function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = Date.now().toString(16).padStart(12, '0');
  for (let at = 0; at < 6; at += 1) bytes[at] = Number.parseInt(time.slice(at * 2, at * 2 + 2), 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
