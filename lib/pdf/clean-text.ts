/** Printed in place of a character that no registered font can draw. */
export const MISSING_GLYPH = '\u25a1';

// Vowel signs: textkit places them beside their letters, not above them.
const ARABIC_MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/g;
const HEBREW_MARKS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/g;
// SARA AM in its two parts: the ring belongs on the letter, under the tone mark typed before it.
const THAI_AM = /([\u0e48-\u0e4b]?)\u0e33/g;
// Directional controls from outside could print an amount backwards; ours are added afterwards.
const FOREIGN_CONTROLS = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g;
const VARIATION_SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const LINE_ENDS = /\r\n?|[\f\u0085\u2028\u2029]/g;
const SPACES = /[\t \u2000-\u200a\u205f]+/g;
const INVISIBLE = /^[\u200b-\u200f\u2066-\u2069\n]$/;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Text from outside as a paper may use it: without control characters and foreign directional
 * marks, with single spaces, line ends as `\n`.
 */
export function cleanText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(FOREIGN_CONTROLS, '')
    .replace(CONTROLS, '')
    .replace(VARIATION_SELECTORS, '')
    .replace(SPACES, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** Cleans every string of a plain JSON model. */
export function cleanTexts<Model>(model: Model): Model {
  return cleaned(model) as Model;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleaned(item)]));
}

/**
 * Text as the fonts can draw it: composed (NFC), without vowel signs, with a visible box for each
 * character that `covered` says no font has. Directional isolates stay.
 */
export function drawableText(text: string, covered: (codePoint: number) => boolean): string {
  const plain = plainText(text);
  return isDrawable(plain, covered) ? plain : boxed(plain, covered);
}

function plainText(text: string): string {
  return text
    .normalize('NFC')
    .replace(ARABIC_MARKS, '')
    .replace(HEBREW_MARKS, '')
    .replace(THAI_AM, '\u0e4d$1\u0e32');
}

function isDrawable(text: string, covered: (codePoint: number) => boolean): boolean {
  for (const character of text) {
    if (!INVISIBLE.test(character) && !covered(character.codePointAt(0) ?? 0)) return false;
  }
  return true;
}

/** One box for each grapheme, so that an emoji of seven code points is one box and not seven. */
function boxed(text: string, covered: (codePoint: number) => boolean): string {
  let result = '';
  for (const { segment } of graphemes.segment(text)) {
    result += isDrawable(segment, covered) ? segment : MISSING_GLYPH;
  }
  return result;
}

/** The characters of a plain JSON model that a paper shows as boxes, each once, in the order in which they stand. */
export function undrawable(model: unknown, covered: (codePoint: number) => boolean): string[] {
  const lost = new Set<string>();
  collectTexts(model, (text) => {
    const plain = plainText(cleanText(text));
    if (isDrawable(plain, covered)) return;
    for (const { segment } of graphemes.segment(plain)) {
      if (!isDrawable(segment, covered)) lost.add(segment);
    }
  });
  return [...lost];
}

function collectTexts(value: unknown, found: (text: string) => void): void {
  if (typeof value === 'string') found(value);
  else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) collectTexts(item, found);
  }
}
