import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import type { Cursor, Sort } from '@/lib/lists/keyset';
import { cursorAt, writeCursor } from '@/lib/lists/keyset';
import { recordPage } from '@/lib/lists/record-list';
import { toDbDate } from '@/lib/time/calendar-date';
import { makeBusiness, makeClient } from '@/prisma/seed/builders';
import { randomOf } from '../support/random';

type Row = { id: string; dueOn: Date | null; createdAt: Date; totalAmount: bigint; title: string };

const DATES = ['2025-12-31', '2026-02-28', '2026-03-01'].map((day) => toDbDate(day));
const SORTS: Sort[] = [
  { field: 'dueOn', direction: 'asc', type: 'date', nullable: true },
  { field: 'createdAt', direction: 'asc', type: 'instant' },
  { field: 'totalAmount', direction: 'asc', type: 'bigint' },
  { field: 'title', direction: 'asc', type: 'text' },
];

let ctx: StaffContext;
/** Clients whose invoices have ever fewer due dates: all of them, most, some, none; the last has no invoice. */
const clients: string[] = [];

beforeAll(async () => {
  ({ ctx } = await makeBusiness());
  const random = randomOf(11);
  const now = ctx.now();
  const amounts = [0n, 1n, 2n, 3n].map((netAmount) => ({ netAmount, totalAmount: netAmount }));
  for (const dates of [DATES, [...DATES, null], [null, null, ...DATES], [null]]) {
    const { id: partyId } = await makeClient(ctx);
    clients.push(partyId);
    await ctx.db.document.createMany({
      data: Array.from({ length: 23 }, () => ({
        businessId: ctx.business.id,
        id: newId(),
        kind: 'INVOICE' as const,
        partyId,
        title: random.one(['a', 'أ', '红杉']) ?? '',
        currency: 'GBP',
        locale: 'en' as const,
        pricesIncludeTax: false,
        dueOn: random.one<Date | null>(dates) ?? null,
        ...amounts[random.int(0, 3)],
        createdAt: random.one(DATES) ?? now,
        updatedAt: now,
      })),
    });
  }
  clients.push((await makeClient(ctx)).id);
});

const pageOf = (partyId: string, sort: Sort, size: number, cursor?: string | null) =>
  recordPage<object, Row>(
    {
      findMany: (args) => ctx.db.document.findMany(args) as Promise<Row[]>,
      count: (args) => ctx.db.document.count(args),
    },
    { where: { partyId }, sort, size, ...(cursor ? { cursor } : {}) },
  );

const lists = fc.record({
  client: fc.nat({ max: 4 }),
  sort: fc.constantFrom(...SORTS),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
  size: fc.integer({ min: 1, max: 30 }),
});

describe('A list', () => {
  it('shows every row exactly once, to its end and back, whatever its order, pages, gaps and ties', async () => {
    await fc.assert(
      fc.asyncProperty(lists, async ({ client, sort: column, direction, size }) => {
        const sort = { ...column, direction };
        const partyId = clients[client] ?? '';
        const there = [await pageOf(partyId, sort, size)];
        for (let at = there[0]; at?.older; at = there.at(-1)) {
          there.push(await pageOf(partyId, sort, size, at.older));
        }
        const seen = there.map(({ rows }) => rows.map(({ id }) => id));
        const all = await ctx.db.document.findMany({ where: { partyId }, select: { id: true } });
        expect(seen.flat().toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        expectInOrder(
          there.flatMap(({ rows }) => rows),
          sort,
        );
        const back = [there.at(-1)?.rows.map(({ id }) => id)];
        for (let at = there.at(-1); at?.newer; ) {
          at = await pageOf(partyId, sort, size, at.newer);
          if (at.rows.length > 0) back.unshift(at.rows.map(({ id }) => id));
          if (at.rows.length < size) break;
        }
        expect(back.flat()).toEqual(seen.flat());
      }),
      { numRuns: 150 },
    );
  });

  it('begins anew where the rows beyond its place are gone', async () => {
    const sort: Sort = { field: 'dueOn', direction: 'asc', type: 'date', nullable: true };
    const [partyId = ''] = clients;
    const { rows } = await pageOf(partyId, sort, 50);
    const beyond = (row: Row | undefined, towards: Cursor['towards']) =>
      writeCursor(cursorAt(sort, row as Row, towards));
    for (const cursor of [beyond(rows.at(-1), 'older'), beyond(rows[0], 'newer')]) {
      expect((await pageOf(partyId, sort, 5, cursor)).rows).toEqual(rows.slice(0, 5));
    }
  });
});

/** Rows without a value last; the others by value, ties by id; both in the direction asked for. */
function expectInOrder(rows: readonly Row[], { field, direction, type }: Sort): void {
  const sign = direction === 'asc' ? 1 : -1;
  for (const [index, row] of rows.slice(1).entries()) {
    const before = rows[index];
    const [a, b] = [before?.[field as keyof Row] ?? null, row[field as keyof Row]];
    if (a === null) expect(b).toBeNull();
    if (a === null || b === null || type === 'text') continue;
    expect(Number(BigInt(Number(b)) - BigInt(Number(a))) * sign).toBeGreaterThanOrEqual(0);
  }
}
