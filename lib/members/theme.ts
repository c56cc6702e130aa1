import type { Theme as StoredTheme } from '@/lib/db/generated/enums';

const THEMES = { SYSTEM: 'system', LIGHT: 'light', DARK: 'dark' } as const;

/** A person's stored theme as the browser's cookie spells it. */
export function themeOf(theme: StoredTheme): 'system' | 'light' | 'dark' {
  return THEMES[theme];
}
