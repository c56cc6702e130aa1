/** How a list is sorted: a column that is never null, and the id to settle ties in the same direction. */
export type Sort<Field extends string = string> = {
  field: Field;
  direction: 'asc' | 'desc';
  /** How the column's value travels in a cursor. */
  type: 'text' | 'date' | 'instant' | 'bigint';
};

type CursorValue = string | Date | bigint;

/** Where a page begins: after (older) or before (newer) this row in the sorted list. */
export type Cursor = { towards: 'older' | 'newer'; value: string; id: string };

const CURSOR = /^(o|n)\.([\w-]*)\.([0-9a-f-]{36})$/;

/** A cursor as URL text; `readCursor` reads it back. */
export function writeCursor(cursor: Cursor): string {
  return `${cursor.towards[0]}.${Buffer.from(cursor.value).toString('base64url')}.${cursor.id}`;
}

/** The cursor in a URL, or null for none or nonsense (then the list begins at its start). */
export function readCursor(text: string | undefined): Cursor | null {
  const [, towards, value, id] = CURSOR.exec(text ?? '') ?? [];
  if (!towards || value === undefined || !id) return null;
  return {
    towards: towards === 'o' ? 'older' : 'newer',
    value: Buffer.from(value, 'base64url').toString(),
    id,
  };
}

/**
 * The `where` and `orderBy` of one keyset page. The redundant bound on the column itself is what lets
 * PostgreSQL enter the index at the right place; without it the OR is checked row by row.
 */
export function keysetPage(sort: Sort, cursor: Cursor | null) {
  const backwards = cursor?.towards === 'newer';
  const direction = (sort.direction === 'asc') !== backwards ? 'asc' : 'desc';
  const orderBy = [{ [sort.field]: direction }, { id: direction }];
  const value = cursor ? readValue(sort.type, cursor.value) : null;
  if (!cursor || value === null) return { where: {}, orderBy, backwards };
  const [past, from] = direction === 'asc' ? (['gt', 'gte'] as const) : (['lt', 'lte'] as const);
  const where = {
    [sort.field]: { [from]: value },
    OR: [{ [sort.field]: { [past]: value } }, { [sort.field]: value, id: { [past]: cursor.id } }],
  };
  return { where, orderBy, backwards };
}

/** A row's place in the list, for the cursors to the pages beside it. */
export function cursorAt(
  sort: Sort,
  row: Record<string, unknown> & { id: string },
  towards: Cursor['towards'],
): Cursor {
  const value = row[sort.field] as CursorValue;
  return {
    towards,
    value: value instanceof Date ? value.toISOString() : String(value),
    id: row.id,
  };
}

function readValue(type: Sort['type'], text: string): CursorValue | null {
  if (type === 'text') return text;
  if (type === 'bigint') return /^-?\d{1,18}$/.test(text) ? BigInt(text) : null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
