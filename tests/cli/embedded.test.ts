import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { bundle } from '@/lib/cli/bundle.mjs';
import {
  type EmbeddedDatabase,
  runningEmbeddedDatabase,
  startEmbeddedDatabase,
} from '@/lib/db/embedded';
import { freePort } from '@/lib/env/ports';

const folders: string[] = [];
let dataDir = newFolder();
let running: EmbeddedDatabase | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portico-embedded-'));
  folders.push(folder);
  return folder;
}

async function start(port?: number): Promise<EmbeddedDatabase> {
  running = await startEmbeddedDatabase({ dataDir, port });
  return running;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

test('A new data folder gets a safe database that keeps what it is told', async () => {
  const first = await start();
  expect(
    await ask(
      first.url,
      `SELECT current_setting(name) FROM unnest(ARRAY['server_encoding', 'data_checksums', 'fsync',
       'full_page_writes', 'synchronous_commit', 'listen_addresses']) WITH ORDINALITY AS s(name, n)
       ORDER BY n`,
    ),
  ).toEqual(['UTF8', 'on', 'on', 'on', 'on', '127.0.0.1']);
  expect(await ask(first.url, `SELECT upper('é') = 'É' AND 'a' < 'B'`)).toEqual([true]);
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  await ask(first.url, 'CREATE TABLE client AS SELECT 7 AS id');
  await first.stop();
  expect(runningEmbeddedDatabase(dataDir)).toBeNull();
  const second = await start(await freePort());
  expect(await ask(second.url, 'SELECT id FROM client')).toEqual([7]);
});

test('Nobody gets in without the password', async () => {
  const { url } = await start();
  const stranger = new URL(url);
  stranger.password = 'guess';
  await expect(ask(stranger.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
});

test('A second start on the same data folder is refused in one sentence, and can find the first', async () => {
  const { url } = await start();
  await expect(startEmbeddedDatabase({ dataDir })).rejects.toThrow(
    `Portico is already running on the data folder ${dataDir} (process ${process.pid}).`,
  );
  expect(runningEmbeddedDatabase(dataDir)).toBe(url);
  expect(await ask(url, 'SELECT 1')).toEqual([1]);
});

test('A port that is taken is named', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(start(port)).rejects.toThrow(`Port ${port} for the built-in database is in use.`);
  other.close();
  await start();
});

test('After a launcher was killed the next start takes over, and nothing committed is lost', async () => {
  const holder = fork(await bundle('tests/cli/fixtures/hold-database.ts'), [dataDir]);
  const [message] = await once(holder, 'message');
  expect(message).toBe('committed');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const { url } = await start();
  expect(await ask(url, 'SELECT amount FROM payment')).toEqual(['11900']);
});

test('A number that a killed server left behind and that somebody else has now does not stop the start', async () => {
  const { stop } = await start();
  const file = join(dataDir, 'database/cluster/postmaster.pid');
  const left = readFileSync(file, 'utf8');
  await stop();
  // PostgreSQL minds only processes of its own user.
  const { uid, gid } = statSync(join(dataDir, 'database/cluster'));
  const somebody = spawn('sleep', ['60'], { cwd: '/', uid, gid });
  writeFileSync(file, left.replace(/^\d+/, String(somebody.pid)));
  try {
    const { url } = await start();
    expect(await ask(url, 'SELECT 1')).toEqual([1]);
  } finally {
    somebody.kill('SIGKILL');
  }
});

test('A server that is killed is started again on its port, with everything committed', async () => {
  const { url } = await start();
  await ask(url, 'CREATE TABLE invoice AS SELECT 42 AS number');
  const file = join(dataDir, 'database/cluster/postmaster.pid');
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  await expect
    .poll(() => ask(url, 'SELECT number FROM invoice').catch(() => 'away'), { timeout: 30_000 })
    .toEqual([42]);
  expect(Number(readFileSync(file, 'utf8').split('\n')[0])).not.toBe(pid);
});

test('Of several starts at once on one folder exactly one succeeds', async () => {
  dataDir = newFolder();
  const results = await Promise.allSettled(
    Array.from({ length: 4 }, () => startEmbeddedDatabase({ dataDir })),
  );
  const won = results.filter((result) => result.status === 'fulfilled');
  expect(won).toHaveLength(1);
  running = won[0]?.value;
});
