'use client';
import { useEffect, useRef, useState } from 'react';

const WAIT = 350;

type State<Preview> = { preview: Preview | null; failed: boolean; busy: boolean };

/**
 * Asks the address to draw what is typed, a moment after the typing stops; what was drawn last stays until the new one
 * is there. `typed` is sent as JSON; `first` is what was drawn already for what it holds at the start.
 */
export function usePreview<Preview>(
  address: string,
  typed: object,
  first: Preview | null = null,
): State<Preview> {
  const [state, setState] = useState<State<Preview>>({
    preview: first,
    failed: false,
    busy: first === null,
  });
  const body = JSON.stringify(typed);
  const drawn = useRef(first ? body : null);
  useEffect(() => {
    if (drawn.current === body) {
      setState((before) => ({ ...before, failed: false, busy: false }));
      return;
    }
    const stop = new AbortController();
    setState((before) => ({ ...before, busy: true }));
    const draw = async () => {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: stop.signal,
      });
      if (!response.ok) throw new Error(`preview ${response.status}`);
      setState({ preview: await response.json(), failed: false, busy: false });
      drawn.current = body;
    };
    const timer = setTimeout(
      () =>
        draw().catch(() => {
          if (!stop.signal.aborted) setState((now) => ({ ...now, failed: true, busy: false }));
        }),
      drawn.current === null ? 0 : WAIT,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [address, body]);
  return state;
}
