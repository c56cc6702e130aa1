import type { ReactNode } from 'react';

/** A key to press. Screen readers get it from `aria-keyshortcuts`, so it is hidden from them here. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <span className="kbd" aria-hidden="true">
      {children}
    </span>
  );
}
