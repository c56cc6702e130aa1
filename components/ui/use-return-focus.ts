'use client';
import { useState } from 'react';

/**
 * For dialogs without a trigger of their own: the `onCloseAutoFocus` that gives the focus back to what had it when the
 * dialog was first drawn; for an item of a menu, which is gone by then, to the menu's button. `given` is for a dialog that
 * takes another's place, where the focus is in what goes away.
 */
export function useReturnFocus(given?: HTMLElement | null): (event: Event) => void {
  const [found] = useState(focused);
  const opener = given ?? found;
  return (event) => {
    if (!opener?.isConnected) return;
    event.preventDefault();
    opener.focus();
  };
}

function focused(): HTMLElement | null {
  if (typeof document === 'undefined') return null;
  const active = document.activeElement;
  const button = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const opener = button ? document.getElementById(button) : active;
  return opener instanceof HTMLElement && opener !== document.body ? opener : null;
}
