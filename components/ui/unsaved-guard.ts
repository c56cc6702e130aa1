'use client';
import { useEffect } from 'react';

/** What the Navigation API tells of a step through the history; TypeScript's library does not know it yet. */
type NavigateEvent = Event & { navigationType: string; destination: { sameDocument: boolean } };

/** The questions of the forms that hold something unsaved now. */
const guards = new Set<{ question: string }>();

/** Whether a part that leads elsewhere by itself (a palette, a select) may do so; asks while something is unsaved. */
export function mayLeave(): boolean {
  const [guard] = guards;
  return !guard || window.confirm(guard.question);
}

/** While `active`, closing the window, going back or forward and following a link ask first. */
export function useUnsavedGuard(active: boolean, question: string): void {
  useEffect(() => {
    if (!active) return;
    const guard = { question };
    guards.add(guard);
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
    const freeHistory = guardHistory(question);
    return () => {
      window.removeEventListener('beforeunload', onUnload);
      document.removeEventListener('click', onClick, true);
      freeHistory();
      guards.delete(guard);
    };
  }, [active, question]);
}

/** Asks before a step through the history leaves the page without unloading it. Answers how to stop asking. */
function guardHistory(question: string): () => void {
  const navigation = (window as { navigation?: EventTarget }).navigation;
  if (!navigation) return guardByEntry(question);
  const onNavigate = (event: Event) => {
    const { navigationType, destination } = event as NavigateEvent;
    // Another document asks by itself; a step that cannot be stopped is not asked about.
    if (navigationType !== 'traverse' || !destination.sameDocument || !event.cancelable) return;
    if (!window.confirm(question)) event.preventDefault();
  };
  navigation.addEventListener('navigate', onNavigate);
  return () => navigation.removeEventListener('navigate', onNavigate);
}

/**
 * For browsers without the Navigation API: a second entry of this page takes the first step back. Its price is one more
 * press on Back after a form that was saved.
 */
function guardByEntry(question: string): () => void {
  const stay = () => window.history.pushState(window.history.state, '', window.location.href);
  const onPop = () => {
    if (!window.confirm(question)) return stay();
    window.removeEventListener('popstate', onPop);
    window.history.back();
  };
  stay();
  window.addEventListener('popstate', onPop);
  return () => window.removeEventListener('popstate', onPop);
}
