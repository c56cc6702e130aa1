import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { takeLock } from '@/lib/db/process-lock';
import { VARIABLES, type Variables } from '@/lib/env/env';
import { freePort } from '@/lib/env/ports';

const dataDir = mkdtempSync(join(tmpdir(), 'portico-commands-'));

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Runs a command as a person would; a variable left out is set to nothing, whatever .env says. */
function run(args: string[], variables: Variables = {}): Promise<{ code: number; said: string }> {
  const nothing = Object.fromEntries(VARIABLES.map((name) => [name, '']));
  const env = { ...process.env, ...nothing, PORTICO_DATA: dataDir, ...variables };
  return new Promise((done) => {
    execFile(process.execPath, ['lib/cli/run.mjs', ...args], { env }, (error, stdout, stderr) => {
      done({ code: Number(error?.code ?? 0), said: (stdout + stderr).trim() });
    });
  });
}

test.for<[string, string[], Variables, RegExp]>([
  [
    'an unknown command',
    ['strat'],
    {},
    /^There is no command "strat"\. "npm run" lists what there is\.$/,
  ],
  ['a mistake in the configuration', ['start'], { PORT: 'x' }, /^PORT must be a whole number\.$/],
  [
    'half a mail server',
    ['start'],
    { SMTP_HOST: 'h' },
    /^SMTP is half set: SMTP_FROM is missing\.$/,
  ],
  [
    'an own database without a secret',
    ['migrate'],
    { DATABASE_URL: 'postgresql://127.0.0.1:9/p' },
    /^PORTICO_SECRET is missing: .*$/,
  ],
  [
    'a database that does not answer',
    ['migrate'],
    { DATABASE_URL: 'postgresql://127.0.0.1:9/p', PORTICO_SECRET: 'x'.repeat(32) },
    /^The database at 127\.0\.0\.1:9\/p cannot be reached: .*$/,
  ],
  [
    'books in a database that does not answer',
    ['books'],
    { DATABASE_URL: 'postgresql://127.0.0.1:9/p', PORTICO_SECRET: 'x'.repeat(32) },
    /^The database at 127\.0\.0\.1:9\/p cannot be reached: .*$/,
  ],
  [
    'a worker without its database',
    ['worker'],
    { DATABASE_URL: 'postgresql://127.0.0.1:9/p', PORTICO_SECRET: 'x'.repeat(32) },
    /^The database at 127\.0\.0\.1:9\/p cannot be reached: .*$/,
  ],
  [
    'a start without its database',
    ['start'],
    { DATABASE_URL: 'postgresql://127.0.0.1:9/p', PORTICO_SECRET: 'x'.repeat(32), PORT: '4139' },
    /^The database at 127\.0\.0\.1:9\/p cannot be reached: .*$/,
  ],
  [
    'a start without a secret for its own database',
    ['start'],
    { DATABASE_URL: 'postgresql://127.0.0.1:9/p', PORT: '4139' },
    /^PORTICO_SECRET is missing: .*$/,
  ],
  ['a nameless migration', ['migration'], {}, /^Name the migration in lower case .*$/],
])('A command stops with one sentence for %s', async ([, args, variables, sentence]) => {
  const { code, said } = await run(args, variables);
  expect(said).toMatch(sentence);
  expect(code).toBe(1);
});

test('A port in use is one sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = String(typeof address === 'object' && address?.port);
  const { code, said } = await run(['start'], { HOST: '127.0.0.1', PORT: port });
  other.close();
  expect(said).toBe(`Port ${port} is in use: stop what uses it, or set PORT to another one.`);
  expect(code).toBe(1);
});

test('A second start on the same data folder is one sentence, whatever port it asks for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-commands-'));
  const lock = join(folder, 'portico.lock');
  expect(takeLock(lock)).toBeNull();
  const port = String(await freePort());
  const { code, said } = await run(['start'], {
    HOST: '127.0.0.1',
    PORT: port,
    PORTICO_DATA: folder,
  });
  rmSync(folder, { recursive: true });
  expect(said).toBe(
    `Portico is already running on the data folder ${folder} (process ${process.pid}).`,
  );
  expect(code).toBe(1);
});
