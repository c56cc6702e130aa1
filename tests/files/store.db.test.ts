import { expect, test } from 'vitest';
import { readFile, storeFile } from '@/lib/files/store';
import { makeBusiness } from '@/prisma/seed/builders';

test('A stored file is read by its own business and by no other', async () => {
  const [{ ctx }, { ctx: stranger }] = [await makeBusiness(), await makeBusiness()];
  const bytes = new TextEncoder().encode('a logo');
  const hash = await storeFile(ctx.business.id, bytes, 'image/png');
  expect(await storeFile(ctx.business.id, bytes, 'image/png')).toBe(hash);
  const file = await readFile(ctx.business.id, hash);
  expect(new TextDecoder().decode(file?.bytes)).toBe('a logo');
  expect(await readFile(stranger.business.id, hash)).toBeNull();
  expect(await readFile(ctx.business.id, '../../secrets.json')).toBeNull();
});
