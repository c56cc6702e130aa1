import type { PaperKind, PaperModels } from './papers';

/** What the pool asks of a thread; a thread has one order at a time. */
export interface ThreadOrder<Kind extends PaperKind = PaperKind> {
  kind: Kind;
  model: PaperModels[Kind];
}

export type ThreadAnswer =
  | { ok: true; bytes: Uint8Array<ArrayBuffer> }
  | { ok: false; reason: string };
