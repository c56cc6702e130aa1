'use client';
import { useEffect } from 'react';

/** While `active`, closing the window, going back and following a link ask first. */
export function useUnsavedGuard(active: boolean, question: string): void {
  useEffect(() => {
    if (!active) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.('a[href]');
      if (!(link instanceof HTMLAnchorElement)) return;
      const leaves = link.target !== '_blank' && !link.getAttribute('href')?.startsWith('#');
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || !leaves) return;
      if (link.hasAttribute('download') || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', onUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [active, question]);
}
