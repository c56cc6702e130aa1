/** A piece of a sentence: plain words, or a name that stands out and may lead somewhere. */
export type SentencePart = { text: string; strong?: boolean; href?: string; isCode?: boolean };

/** What fills a gap of a sentence: plain text, or a part of its own. */
export type Filling = string | number | SentencePart;

const OPEN = '\uE000';
const CLOSE = '\uE001';
const TOKEN = /\uE000(\d+)\uE001/;

/**
 * Says a message whose gaps stay recognisable: each part of its own travels through the translator as a token of private-use
 * characters, so its text can hold nothing that looks like one.
 */
export function sentence(
  say: (values: Record<string, string | number>) => string,
  fillings: Record<string, Filling>,
): SentencePart[] {
  const parts: SentencePart[] = [];
  const values = Object.fromEntries(
    Object.entries(fillings).map(([name, filling]) => {
      if (typeof filling !== 'object') return [name, filling];
      parts.push(filling);
      return [name, `${OPEN}${parts.length - 1}${CLOSE}`];
    }),
  );
  return say(values)
    .split(TOKEN)
    .map((piece, index): SentencePart => {
      // Every second piece is the number of a token.
      if (index % 2 === 0) return { text: piece };
      return parts[Number(piece)] ?? { text: '' };
    })
    .filter(({ text }) => text !== '');
}
