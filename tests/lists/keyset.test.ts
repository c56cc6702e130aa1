import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cursorAt, keysetPage, readCursor, writeCursor } from '@/lib/lists/keyset';

const id = '018f0000-0000-7000-8000-000000000001';

describe('The place in a list', () => {
  it('survives the address bar, whatever the sorted value is', () => {
    fc.assert(
      fc.property(
        fc.option(fc.string()),
        fc.constantFrom('older' as const, 'newer' as const),
        (value, towards) => {
          const cursor = { towards, value: value?.normalize() ?? null, id };
          expect(readCursor(writeCursor(cursor))).toEqual(cursor);
        },
      ),
    );
  });

  it.each([
    '',
    'x',
    'o.abc',
    `o..${id}.x`,
    `o.~~.${id}`,
    `o..${'-'.repeat(36)}`,
    "o.'; DROP TABLE--.1",
  ])('takes nonsense (%s) for the beginning', (text) => {
    expect(readCursor(text)).toBeNull();
  });

  it('turns round for the page before', () => {
    const sort = { field: 'createdAt', direction: 'desc', type: 'instant' } as const;
    const older = keysetPage(sort, { towards: 'older', value: '2026-01-01T00:00:00.000Z', id });
    const newer = keysetPage(sort, { towards: 'newer', value: '2026-01-01T00:00:00.000Z', id });
    expect(older.orderBy).toEqual([{ createdAt: 'desc' }, { id: 'desc' }]);
    expect(newer.orderBy).toEqual([{ createdAt: 'asc' }, { id: 'asc' }]);
    expect(JSON.stringify(older.ranges)).toContain('"lte"');
    expect(JSON.stringify(newer.ranges)).toContain('"gte"');
  });

  it('starts at the beginning when the value is not of its kind', () => {
    const sort = { field: 'totalAmount', direction: 'asc', type: 'bigint' } as const;
    for (const value of ['x', null]) {
      const page = keysetPage(sort, { towards: 'newer', value, id });
      expect(page).toEqual(keysetPage(sort, null));
      expect(page.ranges).toEqual([{}]);
    }
  });

  it.each([
    ['instant', '-271821-04-20T00:00:00.000Z'],
    ['date', '+275760-09-13'],
    ['bigint', '9'.repeat(30)],
    ['text', 'a\0b'],
  ] as const)('starts at the beginning when no column of %s could hold %j', (type, value) => {
    const sort = { field: 'x', direction: 'asc', type } as const;
    const made = readCursor(writeCursor({ towards: 'older', value, id }));
    expect(keysetPage(sort, made)).toEqual(keysetPage(sort, null));
  });

  it('is not taken from a row without a value, unless the order says that there are such', () => {
    const sort = { field: 'dueOn', direction: 'asc', type: 'date' } as const;
    expect(() => cursorAt(sort, { id, dueOn: null }, 'older')).toThrow('dueOn is null');
    expect(cursorAt({ ...sort, nullable: true }, { id, dueOn: null }, 'older').value).toBeNull();
  });
});
