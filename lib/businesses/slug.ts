import { randomBytes } from 'node:crypto';

/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  å: 'a',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ħ: 'h',
};

/** Consonants are enough to recognise an Arabic name in an address. */
const ARABIC: Record<string, string> = {
  ا: 'a',
  أ: 'a',
  إ: 'i',
  آ: 'a',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  ة: 'a',
  و: 'w',
  ي: 'y',
  ى: 'a',
  ئ: 'y',
  ؤ: 'w',
};

const MOST = 40;
/** Without vowels no word comes out by chance, and no letter is mistaken for another. */
const SUFFIX_LETTERS = '23456789bcdfghjkmnpqrstvwxz';

/**
 * The address of a business made from its name: 'Café Noir & Co.' → 'cafe-noir-co'. Scripts that cannot be spelt
 * in Latin letters here (Chinese) give 'business' with a random ending.
 */
export function slugOf(name: string): string {
  const latin = [...name.normalize('NFKC').toLowerCase().normalize('NFKD')]
    .map((letter) => LETTERS[letter] ?? ARABIC[letter] ?? letter)
    .join('')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST)
    .replace(/^-+|-+$/g, '');
  return latin.replaceAll('-', '').length >= 2 ? latin : withSuffix('business');
}

/** The same with a random ending, for when it is taken. */
export function withSuffix(slug: string): string {
  const ending = [...randomBytes(5)].map((byte) => SUFFIX_LETTERS[byte % SUFFIX_LETTERS.length]);
  return `${slug}-${ending.join('')}`;
}
