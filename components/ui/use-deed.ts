'use client';
import { unstable_rethrow, useRouter } from 'next/navigation';
import { useTransition } from 'react';
import type { ActionResult } from '@/lib/actions/result';
import { showToast } from './show-toast';

/**
 * A deed of the server behind a button or an item of a menu. Done, the page is drawn afresh and `then` hears the answer;
 * a refusal is said in its own words, and with `failed` what gave no answer: the line was down, or the person signed out.
 */
export function useDeed(failed: string) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const perform = <R>(run: () => Promise<ActionResult<R>>, then?: (data: R) => void) =>
    start(async () => {
      let result: ActionResult<R> | null = null;
      try {
        result = await run();
      } catch (error) {
        unstable_rethrow(error);
      }
      if (result?.ok) {
        router.refresh();
        then?.(result.data);
        return;
      }
      void showToast((result && !result.signedOut && result.message) || failed);
    });
  return { busy, perform };
}
