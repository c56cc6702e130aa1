import { normaliseDigits } from '@/lib/i18n/digits';

/** Letters that no Unicode decomposition takes apart, yet people leave out when they search. */
const FOLDED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  // Arabic: alef wasla, alef maqsura, ta marbuta, and the Persian and Urdu forms of kaf, ya and ha.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ے: 'ي',
  ې: 'ي',
  ة: 'ه',
  ۀ: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ک: 'ك',
};
const FOLDABLE = new RegExp(`[${Object.keys(FOLDED).join('')}]`, 'g');

/**
 * Marks that carry no meaning for a search: Latin accents, Arabic vowel signs, hamza above and below
 * and the madda (all split off by NFKD first), and superscript alef.
 */
const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g;
/** Tatweel, the lone hamza and invisible format characters (bidi marks, zero-width joiners). */
const DROPPED = /[\u0640\u0621\p{Cf}]/gu;
/** Inside a word these join instead of splitting: O’Brien is found as obrien. */
const APOSTROPHES = /(?<=\p{L})['’‘ʼ`´](?=\p{L})/gu;
const NOT_WORD = /[^\p{L}\p{N}\p{M}]+/gu;

/**
 * One spelling for texts that people consider the same, for search and for finding duplicates:
 * NFKC, lower case, Latin digits, no accents or harakat, one alef, ya for alef maqsura, ha for
 * ta marbuta, half width. Words are separated by single spaces, punctuation is gone.
 */
export function normalise(text: string): string {
  return normaliseDigits(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(DROPPED, '')
    .replace(FOLDABLE, (letter) => FOLDED[letter] ?? letter)
    .normalize('NFC')
    .replace(APOSTROPHES, '')
    .replace(NOT_WORD, ' ')
    .trim();
}
