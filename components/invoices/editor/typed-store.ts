import type { EditorDraft } from './editor-state';

const key = (id: string) => `portico.draft.${id}`;

/** Keeps what is typed in this tab until it is saved. A full or forbidden storage only means one safety net less. */
export function keepTyped(draft: EditorDraft, version: number): void {
  try {
    sessionStorage.setItem(key(draft.id), JSON.stringify({ draft, version }));
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

/** What was typed and not saved in this tab, with the version it was typed on, or null. */
export function readTyped(id: string): { draft: EditorDraft; version: number } | null {
  try {
    const text = sessionStorage.getItem(key(id));
    return text ? (JSON.parse(text) as { draft: EditorDraft; version: number }) : null;
  } catch {
    return null;
  }
}
