import type { ReactNode } from 'react';

/** Something ⌘K can go to. */
export type Command = { group: string; label: string; href: string; icon: ReactNode };
