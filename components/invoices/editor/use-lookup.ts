'use client';
import { useEffect, useState } from 'react';

const PAUSE_MS = 150;

/** What a look-up address answers for what is typed, a little after the last key. Null while nothing has come. */
export function useLookup<Row>(url: string | null): Row[] | 'loading' | 'failed' {
  const [found, setFound] = useState<Row[] | 'loading' | 'failed'>('loading');
  useEffect(() => {
    if (!url) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(url, { signal: stop.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        setFound(((await answer.json()) as { rows: Row[] }).rows);
      } catch {
        if (!stop.signal.aborted) setFound('failed');
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [url]);
  return found;
}
