'use client';
import { Archive, ArchiveRestore } from 'lucide-react';
import { useSelection } from '@/components/ui/record-list';
import { showToast } from '@/components/ui/show-toast';
import { useDeed } from '@/components/ui/use-deed';
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
  const { ids, clear } = useSelection();
  const { busy, perform } = useDeed(words.failed);
  const Icon = restores ? ArchiveRestore : Archive;
  return (
    <button
      type="button"
      aria-disabled={busy || undefined}
      onClick={() => {
        if (busy) return;
        const chosen = { ids: [...ids] };
        const undo = () => perform(() => reverse(chosen));
        perform(
          () => deed(chosen),
          () => {
            clear();
            void showToast(words.done, { label: words.undo, onSelect: undo });
          },
        );
      }}
    >
      <Icon className="icon" aria-hidden="true" />
      {words.button}
    </button>
  );
}
