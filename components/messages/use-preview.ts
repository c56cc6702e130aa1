'use client';
import { useEffect, useRef, useState } from 'react';

const WAIT = 350;

type State<Preview> = { preview: Preview | null; failed: boolean; busy: boolean };

/**
 * Asks the address to draw what is typed, a moment after the typing stops; what was drawn last stays until the new one
 * is there. `typed` is sent as JSON.
 */
export function usePreview<Preview>(address: string, typed: object): State<Preview> {
  const [state, setState] = useState<State<Preview>>({ preview: null, failed: false, busy: true });
  const body = JSON.stringify(typed);
  const drawn = useRef(false);
  useEffect(() => {
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
      drawn.current = true;
    };
    const timer = setTimeout(
      () =>
        draw().catch(() => {
          if (!stop.signal.aborted) setState((now) => ({ ...now, failed: true, busy: false }));
        }),
      drawn.current ? WAIT : 0,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [address, body]);
  return state;
}
