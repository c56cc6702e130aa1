'use client';
import { Archive, ArchiveRestore } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { useSelection } from '@/components/ui/record-list';
import { showToast } from '@/components/ui/show-toast';
import type { ActionResult } from '@/lib/actions/result';

type Deed = (ids: { ids: string[] }) => Promise<ActionResult>;

/** Archives the ticked clients, or brings them back, with a way to take it back at once. */
export function BulkArchive({
  restores,
  deed,
  reverse,
  words,
}: {
  restores: boolean;
  deed: Deed;
  reverse: Deed;
  words: { button: string; done: string; undo: string; failed: string };
}) {
  const router = useRouter();
  const { ids, clear } = useSelection();
  const [busy, start] = useTransition();
  const run = (what: Deed, chosen: string[], then?: () => void) =>
    start(async () => {
      const result = await what({ ids: chosen });
      if (result.ok) {
        router.refresh();
        then?.();
      } else void showToast(result.signedOut ? words.failed : (result.message ?? words.failed));
    });
  const Icon = restores ? ArchiveRestore : Archive;
  return (
    <button
      type="button"
      aria-disabled={busy || undefined}
      onClick={() => {
        if (busy) return;
        const chosen = [...ids];
        run(deed, chosen, () => {
          clear();
          void showToast(words.done, { label: words.undo, onSelect: () => run(reverse, chosen) });
        });
      }}
    >
      <Icon className="icon" aria-hidden="true" />
      {words.button}
    </button>
  );
}
