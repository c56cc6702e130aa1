/** What a person sees when their save met a newer version: both sides, field by field. */
export type Conflict = {
  theirs: Record<string, string>;
  changedBy: string;
  version: number;
};

/** The answer of every action. Plain JSON: money as text, dates as text. `values` are the typed values, so that nothing is lost. */
export type ActionResult<T = unknown> =
  | { ok: true; data: T }
  | {
      ok: false;
      signedOut?: false;
      errors: Record<string, string[]>;
      message: string | null;
      values: Record<string, string>;
      conflict?: Conflict;
      errorId?: string;
    }
  | { ok: false; signedOut: true };
