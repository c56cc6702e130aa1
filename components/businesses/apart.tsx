'use client';

import type { ReactNode, SyntheticEvent } from 'react';

const stop = (event: SyntheticEvent) => event.stopPropagation();

/** Keeps what happens in a dialog from reaching the form its button stands in: React passes events on through portals. */
export function Apart({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to nothing, it only lets nothing through
    <span className="contents" onSubmit={stop} onInput={stop} onKeyDown={stop}>
      {children}
    </span>
  );
}
