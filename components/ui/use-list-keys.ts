'use client';
import { type RefObject, useEffect } from 'react';
import { isLetter } from './is-letter';

/** Whether a key press belongs to something that takes text or to an open dialog or menu. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  return (
    event.metaKey ||
    event.ctrlKey ||
    event.altKey ||
    Boolean(
      target?.closest('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]'),
    ) ||
    document.querySelector('[role="dialog"], [role="menu"]') !== null
  );
}

/** Moves through the rows of a list by keyboard: j, k, arrows, Enter, x; Escape clears the selection; / searches. */
export function useListKeys(root: RefObject<HTMLElement | null>, clear: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      const rows = [...(root.current?.querySelectorAll<HTMLElement>('tbody tr') ?? [])];
      const at = rows.findIndex((row) => row.hasAttribute('data-current'));
      const go = (to: number) => {
        const row = rows[Math.min(Math.max(to, 0), rows.length - 1)];
        rows[at]?.removeAttribute('data-current');
        row?.setAttribute('data-current', '');
        row?.scrollIntoView({ block: 'nearest' });
        row?.querySelector<HTMLElement>('.row-link, .pick')?.focus({ preventScroll: true });
        event.preventDefault();
      };
      if (isLetter(event, 'j') || (event.key === 'ArrowDown' && at >= 0)) go(at + 1);
      else if (isLetter(event, 'k') || (event.key === 'ArrowUp' && at >= 0)) go(at - 1);
      else if (isLetter(event, 'x')) rows[at]?.querySelector<HTMLInputElement>('.pick')?.click();
      else if (event.key === 'Escape') clear();
      else if (event.key === '/') {
        document.querySelector<HTMLInputElement>('.filter-search input')?.focus();
        event.preventDefault();
      } else if (event.key === 'Enter' && event.target === document.body) {
        rows[at]?.querySelector<HTMLElement>('.row-link')?.click();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
