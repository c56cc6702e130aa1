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
 * Reads one page of any list by keyset: `where` are the filters, `sort` a never-null column, `cursor` the text
 * from the URL. The cost does not depend on how deep the page lies.
 */
export async function recordPage<Where extends object, Row extends { id: string }>(
  reader: Reader<Where, Row>,
  options: { where: Where; sort: Sort; cursor?: string | undefined; size?: number },
): Promise<RecordPage<Row>> {
  const { where, sort, size = PAGE_SIZE } = options;
  const cursor = readCursor(options.cursor);
  const page = keysetPage(sort, cursor);
  const [found, count] = await Promise.all([
    reader.findMany({
      where: { AND: [where, page.where] } as unknown as Where,
      orderBy: page.orderBy,
      take: size + 1,
    }),
    boundedCount((bound) => reader.count({ where, ...bound })),
  ]);
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
