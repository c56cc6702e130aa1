'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { showToast } from '@/components/ui/show-toast';

const EVERY_MS = 3_000;

/**
 * Keeps an open window true: asks every few seconds, while the window is visible, whether anything happened,
 * and then has the page drawn again. Says so when money arrived.
 */
export function Pulse({ business, seq }: { business: string; seq: string }) {
  const router = useRouter();
  const seen = useRef(seq);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function look() {
      if (document.visibilityState === 'visible') {
        try {
          const answer = await fetch(`/b/${business}/pulse?since=${seen.current}`);
          if (answer.status === 401 || answer.status === 404) return;
          if (answer.ok) {
            const pulse = (await answer.json()) as {
              seq: string;
              changed: boolean;
              news: string[];
            };
            seen.current = pulse.seq;
            if (pulse.changed && !stopped) {
              router.refresh();
              for (const sentence of pulse.news) showToast(sentence);
            }
          }
        } catch {
          // The server is away for a moment; the next look finds out.
        }
      }
      if (!stopped) timer = setTimeout(look, EVERY_MS);
    }
    timer = setTimeout(look, EVERY_MS);
    const onVisible = () => {
      if (document.visibilityState !== 'visible') return;
      clearTimeout(timer);
      timer = setTimeout(look, 100);
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [business, router]);
  return null;
}
