import { normalise } from './normalise';

/** Scripts written without spaces, where one character is already a word or a syllable. */
const RUNS =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u30fc]+|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u30fc]+/gu;
const EAST_ASIAN = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u30fc]/u;

const MOST_GRAMS = 400;
const MOST_QUERY_GRAMS = 32;
const MOST_TEXT = 8000;
const MOST_QUERY = 200;

/**
 * What a record is found by, for a `text[]` column under a GIN index: each Han character and each
 * pair, and of other words each run of three letters plus the first letter and the first two with a
 * space before them, so that typing one or two letters finds the words that begin with them.
 * At most 400, without duplicates; a record longer than that is found by its beginning, so put names
 * and numbers first.
 */
export function grams(...texts: (string | null | undefined)[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    if (!text) continue;
    for (const [run] of normalise(text.slice(0, MOST_TEXT)).matchAll(RUNS)) {
      for (const gram of EAST_ASIAN.test(run) ? characterGrams(run) : wordGrams(run)) {
        if (found.size === MOST_GRAMS) return [...found];
        found.add(gram);
      }
    }
  }
  return [...found];
}

/**
 * The grams that a record must all have (`grams @> …`) to match what was typed: a part of a word
 * from three letters on, the beginning of a word below that, any part of a Chinese name.
 * Empty when nothing searchable was typed; the caller then shows no search at all.
 */
export function queryGrams(text: string): string[] {
  const wanted = new Set<string>();
  for (const [run] of normalise(text.slice(0, MOST_QUERY)).matchAll(RUNS)) {
    const characters = [...run];
    const size = EAST_ASIAN.test(run) ? 2 : 3;
    if (characters.length < size) {
      wanted.add(size === 2 ? run : ` ${run}`);
      continue;
    }
    for (let at = 0; at + size <= characters.length; at++) {
      if (wanted.size === MOST_QUERY_GRAMS) return [...wanted];
      wanted.add(characters.slice(at, at + size).join(''));
    }
  }
  return [...wanted];
}

function* characterGrams(run: string): Generator<string> {
  const characters = [...run];
  for (const [at, character] of characters.entries()) {
    yield character;
    const next = characters[at + 1];
    if (next) yield character + next;
  }
}

function* wordGrams(word: string): Generator<string> {
  const letters = [...word];
  yield ` ${letters[0]}`;
  if (letters.length > 1) yield ` ${letters[0]}${letters[1]}`;
  for (let at = 0; at + 3 <= letters.length; at++) yield letters.slice(at, at + 3).join('');
}
