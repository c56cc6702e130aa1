import { renameSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import pg from 'pg';
import { expect, test } from 'vitest';
import { checkGround } from '@/lib/cli/check-ground';
import { env } from '@/lib/env/env';
import { storeFile } from '@/lib/files/store';
import { makeBusiness } from '@/prisma/seed/builders';
import { testDatabase } from '../support/database';

test('A start refuses a files folder that is not the one of its database', async () => {
  const { ctx } = await makeBusiness();
  await checkGround(testDatabase());
  for (const text of ['one', 'two']) {
    await storeFile(ctx.business.id, Buffer.from(text), 'application/pdf');
  }
  await checkGround(testDatabase());
  const { filesDir } = env();
  renameSync(filesDir, `${filesDir}.elsewhere`);
  await expect(checkGround(testDatabase())).rejects.toThrow(
    `The files of this database are not in ${filesDir}: mount their volume, or set PORTICO_FILES to where they are.`,
  );
  renameSync(`${filesDir}.elsewhere`, filesDir);
  await checkGround(testDatabase());
});

test('A start says which settings of its database put acknowledged work at risk', async () => {
  const name = new URL(testDatabase()).pathname.slice(1);
  const set = async (value: string) => {
    const client = new pg.Client({ connectionString: testDatabase() });
    await client.connect();
    await client.query(`ALTER DATABASE ${name} SET synchronous_commit = ${value}`);
    await client.end();
  };
  await set('on');
  // The tests' own server trades safety for speed.
  expect(await checkGround(testDatabase())).toEqual(['fsync', 'full_page_writes']);
  await set('off');
  expect(await checkGround(testDatabase())).toEqual([
    'fsync',
    'full_page_writes',
    'synchronous_commit',
  ]);
});

test('A start waits ten seconds, and no longer, for a database that takes the connection and says nothing', async () => {
  const open: Socket[] = [];
  const silent = createServer((socket) => open.push(socket)).listen(0, '127.0.0.1');
  await new Promise((listening) => silent.once('listening', listening));
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const began = Date.now();
  await expect(checkGround(`postgresql://portico:geheim@127.0.0.1:${port}/p`)).rejects.toThrow(
    /^The database at 127\.0\.0\.1:\d+\/p cannot be reached: (?!.*geheim)/,
  );
  expect(Date.now() - began).toBeLessThan(15_000);
  for (const socket of open) socket.destroy();
  silent.close();
});
