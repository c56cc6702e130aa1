import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { currentSchema } from '@/lib/cli/migration';

test('Every change of the schema has its migration', () => {
  expect(readFileSync('prisma/migrations/schema.lock', 'utf8')).toBe(currentSchema().content);
});
