'use client';
import { useEffect, useState } from 'react';
import type { SendPreview, SendTyped } from '@/lib/invoices/send-draft';

const WAIT = 350;

type State = { preview: SendPreview | null; failed: boolean; busy: boolean };

/** Draws the mail again, a moment after the typing stops; what was drawn last stays until the new one is there. */
export function usePreview(base: string, typed: SendTyped | null): State {
  const [state, setState] = useState<State>({ preview: null, failed: false, busy: false });
  const key = typed && JSON.stringify(typed);
  const first = state.preview === null;
  useEffect(() => {
    if (!key) return;
    const stop = new AbortController();
    setState((before) => ({ ...before, busy: true }));
    const timer = setTimeout(
      () => {
        load(`${base}/send/preview`, key, stop.signal).then(
          (preview) => setState({ preview, failed: false, busy: false }),
          () => {
            if (stop.signal.aborted) return;
            setState((before) => ({ ...before, failed: true, busy: false }));
          },
        );
      },
      first ? 0 : WAIT,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
    // `first` only shortens the wait; a drawn preview is no reason to draw it again.
    // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  }, [base, key]);
  return state;
}

async function load(address: string, body: string, signal: AbortSignal): Promise<SendPreview> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    signal,
  });
  if (!response.ok) throw new Error(`preview ${response.status}`);
  return response.json();
}
