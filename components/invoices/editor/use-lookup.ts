'use client';
import { useEffect, useState } from 'react';

const PAUSE_MS = 150;

/** `rows` may still be those of an older text while `status` is 'loading'; only 'fresh' ones answer what is typed. */
export type Lookup<Row> = { rows: Row[]; status: 'loading' | 'failed' | 'fresh' };

/** What a look-up address answers for what is typed, a little after the last key. */
export function useLookup<Row>(url: string | null): Lookup<Row> {
  const [answered, setAnswered] = useState<{ url: string; rows: Row[] | null }>();
  useEffect(() => {
    if (!url) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const answer = await fetch(url, { signal: stop.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        const { rows } = (await answer.json()) as { rows: Row[] };
        setAnswered({ url, rows });
      } catch {
        if (!stop.signal.aborted) setAnswered({ url, rows: null });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [url]);
  const rows = answered?.rows ?? [];
  if (answered?.url !== url) return { rows, status: 'loading' };
  return { rows, status: answered?.rows ? 'fresh' : 'failed' };
}
