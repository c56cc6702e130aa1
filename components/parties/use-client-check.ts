'use client';
import { useRef, useState } from 'react';

/** What the server says of a half-filled form, as finished sentences. */
export type ClientCheckView = {
  phoneRead: string | null;
  taxIdProblem: string | null;
  duplicates: { id: string; text: string; href: string }[];
};

const NOTHING: ClientCheckView = { phoneRead: null, taxIdProblem: null, duplicates: [] };

/**
 * Asks about what has been typed whenever a field is left and something changed. A line that is down says nothing: the
 * check is a help, the save is what counts.
 */
export function useClientCheck(url: string, id: string) {
  const [view, setView] = useState(NOTHING);
  const asked = useRef('');
  const running = useRef<AbortController | null>(null);

  const look = async (form: HTMLFormElement | null) => {
    if (!form) return;
    const hints = hintsOf(form, id);
    const body = JSON.stringify(hints);
    if (body === asked.current) return;
    asked.current = body;
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: controller.signal,
      });
      if (answer.ok) setView((await answer.json()) as ClientCheckView);
    } catch {
      // Left again before the answer came, or offline: the next look asks afresh.
      if (asked.current === body) asked.current = '';
    }
  };
  return { view, look };
}

function hintsOf(form: HTMLFormElement, id: string) {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '');
  const person = text('kind') === 'PERSON';
  return {
    id,
    name: person ? `${text('givenName')} ${text('familyName')}`.trim() : text('companyName'),
    email: text('email'),
    phone: text('phone'),
    country: text('country'),
    taxId: text('taxId'),
  };
}
