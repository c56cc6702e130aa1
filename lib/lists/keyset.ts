/** How a list is sorted: a column, and the id to settle ties in the same direction. */
export type Sort<Field extends string = string> = {
  field: Field;
  direction: 'asc' | 'desc';
  /** How the column's value travels in a cursor. */
  type: 'text' | 'date' | 'instant' | 'bigint';
  /** Rows without a value come last, whichever the direction. */
  nullable?: true;
};

type CursorValue = string | Date | bigint;

/** Where a page begins: after (older) or before (newer) this row in the sorted list; a null value is that of a row without one. */
export type Cursor = { towards: 'older' | 'newer'; value: string | null; id: string };

const NO_VALUE = '~';
const CURSOR = /^(o|n)\.(~|[\w-]*)\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A cursor as URL text; `readCursor` reads it back. */
export function writeCursor({ towards, value, id }: Cursor): string {
  const text = value === null ? NO_VALUE : Buffer.from(value).toString('base64url');
  return `${towards[0]}.${text}.${id}`;
}

/** The cursor in a URL, or null for none or nonsense (then the list begins at its start). */
export function readCursor(text: string | undefined): Cursor | null {
  const [, towards, value, id] = CURSOR.exec(text ?? '') ?? [];
  if (!towards || value === undefined || !id) return null;
  return {
    towards: towards === 'o' ? 'older' : 'newer',
    value: value === NO_VALUE ? null : Buffer.from(value, 'base64url').toString(),
    id,
  };
}

/**
 * How one keyset page is read: each `where` in turn with the same `orderBy`, until the page is full. Rows with a value and
 * rows without are two ranges of the index; asked for in one, PostgreSQL would check the condition row by row.
 */
export function keysetPage(sort: Sort, cursor: Cursor | null) {
  const begin = cursor && isOf(sort, cursor) ? cursor : null;
  const backwards = begin?.towards === 'newer';
  const direction = (sort.direction === 'asc') !== backwards ? 'asc' : 'desc';
  const orderBy = [{ [sort.field]: direction }, { id: direction }];
  return { ranges: rangesFrom(sort, begin, direction), orderBy, backwards };
}

function rangesFrom(sort: Sort, cursor: Cursor | null, direction: 'asc' | 'desc'): object[] {
  const { field } = sort;
  if (!sort.nullable) return [cursor ? pastValue(sort, cursor, direction) : {}];
  const valued = { [field]: { not: null } };
  const valueless = { [field]: null };
  if (!cursor) return [valued, valueless];
  if (cursor.value !== null) {
    const rest = pastValue(sort, cursor, direction);
    return cursor.towards === 'newer' ? [rest] : [rest, valueless];
  }
  const rest = { ...valueless, id: { [PAST[direction]]: cursor.id } };
  return cursor.towards === 'newer' ? [rest, valued] : [rest];
}

const PAST = { asc: 'gt', desc: 'lt' } as const;
const FROM = { asc: 'gte', desc: 'lte' } as const;

/**
 * The rows with a value past the cursor's. The redundant bound on the column itself is what lets PostgreSQL enter the
 * index at the right place; without it the OR is checked row by row.
 */
function pastValue(sort: Sort, cursor: Cursor, direction: 'asc' | 'desc'): object {
  const value = readValue(sort.type, cursor.value ?? '');
  const past = PAST[direction];
  return {
    [sort.field]: { [FROM[direction]]: value },
    OR: [{ [sort.field]: { [past]: value } }, { [sort.field]: value, id: { [past]: cursor.id } }],
  };
}

/** A row's place in the list, for the cursors to the pages beside it. */
export function cursorAt(
  sort: Sort,
  row: Record<string, unknown> & { id: string },
  towards: Cursor['towards'],
): Cursor {
  const value = row[sort.field] as CursorValue | null;
  if (value === null && !sort.nullable) throw new Error(`${sort.field} is null in a sorted list`);
  return {
    towards,
    value: value instanceof Date ? value.toISOString() : value === null ? null : String(value),
    id: row.id,
  };
}

/** Whether the cursor's value is of the column's kind, and one it can hold: an address may be cut short, of another order, or made up. */
function isOf(sort: Sort, { value }: Cursor): boolean {
  return value === null ? sort.nullable === true : readValue(sort.type, value) !== null;
}

function readValue(type: Sort['type'], text: string): CursorValue | null {
  if (type === 'text') return text.includes('\0') ? null : text;
  if (type === 'bigint') return /^-?\d{1,18}$/.test(text) ? BigInt(text) : null;
  const instant = new Date(/^\d{4}-/.test(text) ? text : Number.NaN);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
