import { direction, type Locale } from '@/lib/i18n/locale';

const FSI = '\u2068';
const PDI = '\u2069';

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LETTER = /\p{L}/u;

/**
 * Wraps text so that its own direction cannot disturb the sentence around it (UAX #9, FSI…PDI).
 * Text that runs the same way as the page is left alone: an isolate splits it into more fonts, and
 * lines break where fonts meet.
 */
export function isolate(text: string, locale: Locale): string {
  const disturbs = direction(locale) === 'rtl' || RIGHT_TO_LEFT.test(text);
  return disturbs ? FSI + text + PDI : text;
}

/** The direction of the first letter in `text`; left to right when it has none (phone numbers). */
export function textDirection(text: string): 'ltr' | 'rtl' {
  for (const character of text) {
    if (LETTER.test(character)) return RIGHT_TO_LEFT.test(character) ? 'rtl' : 'ltr';
  }
  return 'ltr';
}
