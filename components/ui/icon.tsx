import type { ReactNode } from 'react';

/** Gives an svg icon the size and stroke of its place; decoration, so hidden from screen readers. */
export function Icon({ children, small }: { children: ReactNode; small?: boolean }) {
  return (
    <span className={small ? 'icon-box icon-box-sm' : 'icon-box'} aria-hidden="true">
      {children}
    </span>
  );
}
