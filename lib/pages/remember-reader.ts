import { cookies } from 'next/headers';
import { cookieOptions } from '@/lib/auth/cookies';
import type { Locale } from '@/lib/i18n/locale';
import { THEME_COOKIE, type Theme } from './reader';
import { LOCALE_COOKIE } from './wanted-locale';

const YEAR = 365 * 24 * 60 * 60;

/**
 * Makes the next page of this browser come in a language (and theme), from `<html lang>` on. Call it wherever a
 * person's own language becomes known or changes: sign-in, profile, the language menu, a redeemed link.
 */
export async function rememberReader(reader: { locale?: Locale; theme?: Theme }): Promise<void> {
  const jar = await cookies();
  const keep = cookieOptions(YEAR);
  if (reader.locale) jar.set(LOCALE_COOKIE, reader.locale, keep);
  if (reader.theme) jar.set(THEME_COOKIE, reader.theme, keep);
}
