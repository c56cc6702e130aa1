import type { EditorDraft } from './editor-state';
import type { LiveTotals } from './editor-totals';
import { type EditorWords, fill } from './editor-words';
import type { LineErrors } from './line-row';

const LINE_FIELDS = [
  'description',
  'details',
  'quantity',
  'unit',
  'unitPrice',
  'discount',
  'tax',
  'taxRateId',
] as const;

/** What is wrong with the draft, each sentence at its field. */
export type EditorErrors = {
  /** The sentence of one field, 'dueOn' or 'discount.value'. */
  at: (field: string) => string | undefined;
  /** One for each line, in their order. */
  lines: LineErrors[];
  /** About the lines as a whole. */
  all: string | undefined;
};

/** What the figures say while they are typed, else what the server said; `refused` has its sentences by field. */
export function editorErrors(
  draft: EditorDraft,
  live: LiveTotals,
  refused: Record<string, string[]>,
  words: EditorWords,
): EditorErrors {
  const at = (field: string): string | undefined => {
    const reason = live.errors[field];
    if (!reason) return refused[field]?.join(' ');
    if (typeof reason === 'string') return words.totals.errors[reason];
    const { whole, fraction } = reason;
    return fill(words.totals.ambiguous, { whole, fraction });
  };
  const lines = draft.lines.map((_, index) => {
    const errors: LineErrors = {};
    for (const field of LINE_FIELDS) {
      const text = at(`lines.${index}.${field}`);
      if (text) errors[field] = text;
    }
    return errors;
  });
  return { at, lines, all: refused.lines?.join(' ') };
}
