import { cookies, headers } from 'next/headers';
import { findPortalContext } from '@/lib/auth/portal-session';
import { currentStaffSession } from '@/lib/auth/staff-session';
import { isDatabaseAway } from '@/lib/db/database-away';
import type { Locale } from '@/lib/i18n/locale';
import { PATH_HEADER } from './path-header';
import { LOCALE_COOKIE, wantedLocale } from './wanted-locale';

/** Chosen on purpose (profile); set by `rememberReader`. */
export const THEME_COOKIE = 'portico-theme';
export const SIDEBAR_COOKIE = 'portico-sidebar';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export type Reader = { locale: Locale; theme: Theme; sidebar: 'open' | 'closed' };

/**
 * How this browser wants to read, before anyone is known: the language it chose, else the best of
 * Accept-Language, else English; the theme it chose, else the system's. The portal is always light.
 */
export async function readerPreferences(): Promise<Reader> {
  const [jar, head] = [await cookies(), await headers()];
  const theme = jar.get(THEME_COOKIE)?.value;
  return {
    locale: wantedLocale(jar.get(LOCALE_COOKIE)?.value, head.get('accept-language') ?? ''),
    theme: isClientSide(head.get(PATH_HEADER) ?? '')
      ? 'light'
      : (THEMES.find((known) => known === theme) ?? 'system'),
    sidebar: jar.get(SIDEBAR_COOKIE)?.value === 'closed' ? 'closed' : 'open',
  };
}

/**
 * The reader of the page being drawn: the signed-in person's or the client's own language and theme where the page is
 * theirs, whatever this browser was used for before; else the browser's.
 */
export async function pageReader(): Promise<Reader> {
  const reader = await readerPreferences();
  const path = (await headers()).get(PATH_HEADER) ?? '';
  try {
    const slug = portalIn(path);
    if (slug) {
      const client = await findPortalContext(slug);
      return client ? { ...reader, locale: client.locale } : reader;
    }
    const person = /^\/(b|profile|businesses)\b/.test(path) ? await currentStaffSession() : null;
    if (!person) return reader;
    const { locale, theme } = person.user;
    return {
      ...reader,
      locale,
      theme: THEMES.find((one) => one === theme.toLowerCase()) ?? 'system',
    };
  } catch (error) {
    // The page itself fails with its own words when the database is away; its frame still needs a language.
    if (isDatabaseAway(error)) return reader;
    throw error;
  }
}

/** The business whose portal a path belongs to, as it is named in addresses; null outside portals. */
export function portalIn(path: string): string | null {
  const slug = /^\/portal\/([^/?]+)/.exec(path)?.[1];
  return slug ? decoded(slug) : null;
}

/** Portal and link pages carry the business's colour, which is worked out for white paper only. */
function isClientSide(path: string): boolean {
  return /^\/(portal|l|i)\//.test(path);
}

/** A part of an address as it was meant; one that is broken means nothing, and no business is called that. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
