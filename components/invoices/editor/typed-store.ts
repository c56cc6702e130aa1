import type { EditorDraft } from './editor-state';

const key = (id: string) => `portico.draft.${id}`;

/** What this tab last held of a draft, and the version it was typed on or, once saved, became. */
type Typed = { draft: EditorDraft; version: number; isSaved: boolean };

/** Keeps what is typed in this tab. A full or forbidden storage only means one safety net less. */
export function keepTyped(draft: EditorDraft, version: number, isSaved: boolean): void {
  try {
    sessionStorage.setItem(key(draft.id), JSON.stringify({ draft, version, isSaved }));
  } catch {
    return;
  }
}

export function forgetTyped(id: string): void {
  try {
    sessionStorage.removeItem(key(id));
  } catch {
    return;
  }
}

/**
 * What was typed in this tab and is not in a page that holds `pageVersion`: because it was not saved, or was saved while
 * that page was being fetched. Null for nothing, or nothing usable.
 */
export function readTyped(id: string, pageVersion: number): Typed | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key(id)) ?? 'null');
    if (!isTyped(kept) || kept.draft.id !== id) return null;
    return kept.isSaved && kept.version <= pageVersion ? null : kept;
  } catch {
    return null;
  }
}

const TEXTS = [
  ...['id', 'partyId', 'title', 'currency', 'locale', 'issueOn', 'dueOn', 'deliveryOn'],
  ...['periodFrom', 'periodTo', 'reference', 'notes', 'terms', 'discount'],
];
const LINE_TEXTS = ['id', 'description', 'details', 'quantity', 'unit', 'unitPrice', 'discount'];

/** Another version of Portico may have kept it, or somebody's hand: only what the editor can show is shown. */
function isTyped(kept: unknown): kept is Typed {
  if (!isRecord(kept) || !isRecord(kept.draft)) return false;
  const { draft } = kept;
  return (
    Number.isInteger(kept.version) &&
    typeof kept.isSaved === 'boolean' &&
    hasTexts(draft, TEXTS) &&
    typeof draft.pricesIncludeTax === 'boolean' &&
    (draft.termsDays === null || Number.isInteger(draft.termsDays)) &&
    Array.isArray(draft.lines) &&
    draft.lines.every(
      (line) =>
        isRecord(line) &&
        hasTexts(line, LINE_TEXTS) &&
        (line.taxRateId === null || typeof line.taxRateId === 'string'),
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function hasTexts(record: Record<string, unknown>, names: readonly string[]): boolean {
  return names.every((name) => typeof record[name] === 'string');
}
