'use client';
import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { isLetter } from '@/components/ui/is-letter';

/** What ⌘↵ presses. */
export const MAIN_BUTTON = 'editor-main';

/**
 * The keys of the whole editor: ⌘↵ issues, ⌘S saves. A field is read when it is left, so it is left first: what stands
 * in it goes with what is issued or saved, and is not found to be new when the focus moves into a dialog.
 */
export function useEditorKeys({
  busy,
  saveNow,
}: {
  busy: boolean;
  saveNow: () => Promise<boolean>;
}) {
  return (event: KeyboardEvent) => {
    // React's events climb out of portals: what is pressed in a dialog is the dialog's.
    if (!event.currentTarget.contains(event.target as Node)) return;
    if (!event.metaKey && !event.ctrlKey) return;
    if (event.key === 'Enter' && !busy) {
      event.preventDefault();
      const main = document.getElementById(MAIN_BUTTON);
      flushSync(() => main?.focus());
      main?.click();
    } else if (isLetter(event, 's')) {
      event.preventDefault();
      const field = document.activeElement as HTMLElement | null;
      flushSync(() => field?.blur());
      field?.focus();
      void saveNow();
    }
  };
}
