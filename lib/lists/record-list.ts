import { type Bound, type BoundedCount, boundedCount } from './bounded-count';
import { cursorAt, keysetPage, readCursor, type Sort, writeCursor } from './keyset';

export const PAGE_SIZE = 50;

/** What every list page shows: its rows, the cursors of its neighbours and a bounded count. */
export type RecordPage<Row> = {
  rows: Row[];
  newer: string | null;
  older: string | null;
  count: BoundedCount;
};

type Reader<Where, Row> = {
  findMany(args: { where: Where; orderBy: object[]; take: number }): Promise<Row[]>;
  count(args: { where: Where } & Bound): Promise<number>;
};

/**
 * Reads one page of any list by keyset: `where` are the filters, `sort` the order, `cursor` the text from the URL.
 * The cost does not depend on how deep the page lies, and no row is left out because of the order. Where nothing lies
 * beyond the cursor any more (its rows were removed), the list begins at its start.
 */
export async function recordPage<Where extends object, Row extends { id: string }>(
  reader: Reader<Where, Row>,
  options: { where: Where; sort: Sort; cursor?: string | undefined; size?: number },
): Promise<RecordPage<Row>> {
  const { where, sort, size = PAGE_SIZE } = options;
  const cursor = readCursor(options.cursor);
  const page = keysetPage(sort, cursor);
  const [found, count] = await Promise.all([
    readRanges(reader, where, page, size + 1),
    boundedCount((bound) => reader.count({ where, ...bound })),
  ]);
  if (cursor && found.length === 0) return recordPage(reader, { where, sort, size });
  const hasMore = found.length > size;
  const rows = found.slice(0, size);
  if (page.backwards) rows.reverse();
  const first = rows[0];
  const last = rows.at(-1);
  const hasNewer = page.backwards ? hasMore : cursor !== null;
  const hasOlder = page.backwards ? true : hasMore;
  return {
    rows,
    newer: hasNewer && first ? writeCursor(cursorAt(sort, first, 'newer')) : null,
    older: hasOlder && last ? writeCursor(cursorAt(sort, last, 'older')) : null,
    count,
  };
}

async function readRanges<Where extends object, Row>(
  reader: Reader<Where, Row>,
  where: Where,
  { ranges, orderBy }: Pick<ReturnType<typeof keysetPage>, 'ranges' | 'orderBy'>,
  most: number,
): Promise<Row[]> {
  const found: Row[] = [];
  for (const range of ranges) {
    if (found.length === most) break;
    const args = { where: { AND: [where, range] } as unknown as Where, orderBy };
    found.push(...(await reader.findMany({ ...args, take: most - found.length })));
  }
  return found;
}
