import { formatter } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translate';
import { readerPreferences } from './reader';

/** The guard of pages that anyone may open: it only settles the language. */
export async function publicPage() {
  const { locale } = await readerPreferences();
  return { locale, t: translator(locale), f: formatter({ locale, timeZone: 'UTC' }) };
}
