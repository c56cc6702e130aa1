import { expect, test } from 'vitest';
import { storable } from '@/lib/actions/storable';

test('Text loses what no database can keep, and nothing else', () => {
  const typed = { name: 'a\0b\uD800', lines: [{ text: '🧾\u202Eabc' }, null, 5, true] };
  expect(storable(typed)).toEqual({
    name: 'ab\uFFFD',
    lines: [{ text: '🧾\u202Eabc' }, null, 5, true],
  });
});

test('A value that holds itself, and one that is no plain data, are left to the schema', () => {
  const round: Record<string, unknown> = { a: 'b' };
  round.self = round;
  expect(storable(round)).toMatchObject({ a: 'b' });
  const day = new Date(0);
  expect(storable(day)).toBe(day);
});
