const LONGEST_WORD = 24;
const PIECE = 6;
const BREAK_HERE = '\u200b';
const LONG_FOR_A_COLUMN = /\S{10,}/g;

// GB/T 15834 and JIS X 4051: closing marks never begin a line, opening marks never end one.
const NEVER_FIRST = /^[、。，．：；！？）］｝〕〉》」』】〗”’…—～·々ー％‰℃%,.:;!?)\]}»]/u;
const NEVER_LAST = /[（［｛〔〈《「『【〖“‘￥$£¥([{«]$/u;
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uff60]/u;
const THAI = /\p{Script=Thai}/u;
const ADDRESS = /^(https?:|www\.)|[\p{L}\d]\.[\p{L}]{2,}(\/|$)|\d(:\d+)?\/\p{L}|@/u;
const AFTER_ADDRESS_MARK = /(?<=[/?&=._@-])(?=[^/?&=._@-])/u;
const BEFORE_CLUSTER = /(?=[^\p{M}\u200c\u200d])/u;

const thaiWords = new Intl.Segmenter('th', { granularity: 'word' });

/**
 * Where a word may be broken at the end of a line, as react-pdf's hyphenation callback wants it:
 * `['', part, '', part]`. An empty string is a place to break that prints no hyphen; the leading
 * one keeps textkit from inventing a hyphen where two fonts or directions meet.
 */
export function breakWord(word: string): string[] {
  if (word.trim() === '') return [word];
  const breaks = parts(word).flatMap((part) => ['', part]);
  return NEVER_FIRST.test(word) ? breaks.slice(1) : breaks;
}

/**
 * Allows a break every few characters in words that are long for a narrow column. `breakWord` takes
 * the marks (U+200B) out again.
 */
export function loosen(text: string): string {
  return text.replace(LONG_FOR_A_COLUMN, (word) => pieces(word).join(BREAK_HERE));
}

function parts(word: string): string[] {
  if (word.includes(BREAK_HERE)) return word.split(BREAK_HERE).filter(Boolean);
  if (WIDE.test(word)) return wideParts(word).flatMap(shortened);
  if (THAI.test(word)) return Array.from(thaiWords.segment(word), ({ segment }) => segment);
  if (word.length <= LONGEST_WORD) return [word];
  return ADDRESS.test(word) ? word.split(AFTER_ADDRESS_MARK).flatMap(shortened) : pieces(word);
}

/** Between Han characters anywhere the punctuation rules allow; runs of other letters stay whole. */
function wideParts(word: string): string[] {
  const result: string[] = [];
  let current = '';
  for (const character of word) {
    const breaks =
      current !== '' &&
      (WIDE.test(character) || WIDE.test(current.slice(-1))) &&
      !NEVER_FIRST.test(character) &&
      !NEVER_LAST.test(current);
    if (breaks) {
      result.push(current);
      current = '';
    }
    current += character;
  }
  result.push(current);
  return result;
}

function shortened(part: string): string[] {
  if (part.length <= LONGEST_WORD) return [part];
  return pieces(part);
}

function pieces(word: string): string[] {
  const clusters = word.split(BEFORE_CLUSTER);
  const result: string[] = [];
  for (let start = 0; start < clusters.length; start += PIECE) {
    result.push(clusters.slice(start, start + PIECE).join(''));
  }
  return result;
}
