export type RefusalValues = Record<string, string | number>;

/**
 * A refusal that the person should read: `key` is a message key, translated where it is shown, `field` the
 * form field it belongs to. Everything else that is thrown is a bug and only its id is shown.
 */
export class Refused extends Error {
  constructor(
    readonly key: string,
    readonly values: RefusalValues = {},
    readonly field: string | null = null,
  ) {
    super(key);
    this.name = 'Refused';
  }
}

/** A stale save: somebody else's version is newer. `theirs` are the stored values, to be shown beside the person's own. */
export class Stale extends Error {
  constructor(
    readonly theirs: Record<string, string>,
    readonly changedBy: string,
    readonly version: number,
  ) {
    super('stale');
    this.name = 'Stale';
  }
}

/** The row is not there for this caller: another business's, another client's, or none at all. Answers 404. */
export class Missing extends Error {
  constructor() {
    super('missing');
    this.name = 'Missing';
  }
}

/** Fields that must be filled before this is accepted, by their names in the form. */
export class Incomplete extends Refused {
  constructor(readonly fields: readonly string[]) {
    super('errors.required', {}, fields[0] ?? null);
    this.name = 'Incomplete';
  }
}
