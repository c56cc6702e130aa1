import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { PlainError } from '@/lib/env/plain-error';

const STAMP = '.next/portico.hash';
const LOG_TAIL = 4_000;

/** What a production build is made of; tests and command-line entries are not in it. */
const SOURCES = [
  'app/**/*',
  'components/**/*',
  'emails/**/*',
  'lib/**/*',
  'public/**/*',
  'prisma/schema/*.prisma',
  '*.{ts,mjs,json}',
];
const LEFT_OUT =
  /^(lib\/cli|lib\/db\/generated)\/|\.tsbuildinfo$|^next-env\.d\.ts$|^vitest\.|^playwright\./;

/** `npm run build`: the production build, unless the last one is of the same sources. */
export async function main(): Promise<void> {
  if (!(await buildIfStale())) console.log('The build is up to date.');
}

/** Whether .next holds a build of the present sources. */
export function isBuilt(): boolean {
  return (
    existsSync('.next/BUILD_ID') &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === sourceHash()
  );
}

/** Builds if anything has changed since the last build, and says whether it did. */
export async function buildIfStale(): Promise<boolean> {
  if (isBuilt()) return false;
  const hash = sourceHash();
  await runNextBuild(hash.slice(0, 20));
  writeFileSync(STAMP, hash);
  return true;
}

function sourceHash(): string {
  const hash = createHash('sha256').update(process.version);
  const files = SOURCES.flatMap((pattern) => globSync(pattern)).filter(
    (file) => !LEFT_OUT.test(file) && statSync(file).isFile(),
  );
  for (const file of files.sort()) {
    hash.update(file).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Ends the build with its launcher, even one killed outright: a later build must not meet it. */
const END_WITH_PARENT = `data:text/javascript,${encodeURIComponent(
  `if (process.env.PORTICO_BUILDER === String(process.ppid)) {
    process.on('disconnect', () => process.exit(1));
    process.channel?.unref();
  }`,
)}`;

/**
 * Next names each action with it, and by default draws a new one for every build: then no machine
 * would know the forms that another one drew, nor those that were open before an update. It keeps
 * nothing secret, because our actions are exported and carry no values of their own.
 */
export const ACTION_KEY = createHash('sha256').update('portico').digest('base64');

function runNextBuild(buildId: string): Promise<void> {
  const next = ['node_modules/next/dist/bin/next', 'build'];
  const child = spawn(process.execPath, ['--import', END_WITH_PARENT, ...next], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      PORTICO_BUILDER: String(process.pid),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORTICO_CHILD: '1',
      PORTICO_BUILD_ID: buildId,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: ACTION_KEY,
      // Building reads no data: nothing of the machine's own configuration may end up in it.
      DATABASE_URL: 'postgresql://127.0.0.1:9/none',
      PORTICO_SECRET: 'only-for-building-nothing-is-signed-with-this',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('exit', (code) => {
      process.off('exit', stop);
      if (code === 0) return done();
      failed(new PlainError(`The production build failed:\n${output.slice(-LOG_TAIL)}`));
    });
  });
}
