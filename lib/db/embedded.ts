import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type DatabaseUser, databaseHome, databaseUser, nativeDir } from '@/lib/db/embedded-home';
import { disownPostmaster, readServer, stopServer } from '@/lib/db/postmaster';
import { lockHolder, releaseLock, takeLock } from '@/lib/db/process-lock';
import { isAlive } from '@/lib/db/processes';
import { dataSecrets, makeDataFolder } from '@/lib/db/secrets';
import { PlainError } from '@/lib/env/plain-error';
import { freePort } from '@/lib/env/ports';
import { log } from '@/lib/log/log';

/** A running built-in PostgreSQL. `urlOf(name)` addresses any database on it; `stop` is graceful. */
export type EmbeddedDatabase = {
  url: string;
  port: number;
  urlOf(database: string): string;
  stop(): Promise<void>;
};

const OWNER = 'portico';
const DATABASE = 'portico';
const START_PATIENCE_MS = 60_000;
const LONGEST_PAUSE_MS = 15_000;
const LOG_LIMIT_BYTES = 10_000_000;

/** Durable (a committed payment survives a power cut) and modest enough for a small machine. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements carry what people typed; PostgreSQL's own log is for its own troubles.
  log_min_error_statement: 'panic',
};

/**
 * Starts the PostgreSQL that came with `npm ci` on a data folder (made and initialised when new),
 * on 127.0.0.1 only, on the given port or a free one. Refuses in one sentence when another process
 * holds the folder; a server left behind by a killed one is stopped first; one that dies while it is
 * needed is started again on the same port. `settings` overrides PostgreSQL's settings (tests trade
 * durability for speed).
 */
export async function startEmbeddedDatabase(options: {
  dataDir: string;
  port?: number;
  settings?: Record<string, string>;
}): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir);
  makeDataFolder(dataDir);
  const lock = join(dataDir, 'portico.lock');
  await lockFolder(dataDir, lock);
  try {
    const { databasePassword } = dataSecrets(dataDir);
    const user = databaseUser(join(dataDir, 'database'));
    const native = nativeDir(user);
    const cluster = join(databaseHome(dataDir, user), 'cluster');
    await stopServer(cluster);
    if (!existsSync(cluster)) initialise(native, cluster, user, databasePassword);
    const settings = { ...SETTINGS, ...options.settings };
    const { port, server } = await startServer(native, cluster, user, settings, options.port);
    const letGo = keepAlive(server, () => startServer(native, cluster, user, settings, port));
    const urlOf = (database: string) => urlFor(port, databasePassword, database);
    const stop = async () => {
      await letGo();
      await stopServer(cluster);
      releaseLock(lock);
    };
    try {
      await createDatabase(urlOf('postgres'));
    } catch (error) {
      await stop();
      throw error;
    }
    return { url: urlOf(DATABASE), port, urlOf, stop };
  } catch (error) {
    releaseLock(lock);
    throw error;
  }
}

/**
 * The address of the built-in database that another living Portico process runs on this data
 * folder, or null when none does.
 */
export function runningEmbeddedDatabase(dataDir: string): string | null {
  if (!lockHolder(join(dataDir, 'portico.lock'))) return null;
  const server = readServer(join(dataDir, 'database', 'cluster'));
  if (server?.state !== 'ready') return null;
  return urlFor(server.port, dataSecrets(dataDir).databasePassword, DATABASE);
}

function urlFor(port: number, password: string, database: string): string {
  return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

async function lockFolder(dataDir: string, lock: string): Promise<void> {
  const giveUp = Date.now() + 15_000;
  for (;;) {
    const holder = takeLock(lock);
    if (!holder) return;
    // A holder whose starter was killed is on its way out; anyone else is at work.
    const leaving = holder.starter !== null && !isAlive(holder.starter);
    if (!leaving || Date.now() > giveUp) {
      throw new PlainError(
        `Portico is already running on the data folder ${dataDir} (process ${holder.pid}).`,
      );
    }
    await pause(100);
  }
}

/** Initialises beside and renames, so that a crash never leaves half a cluster to start from. */
function initialise(
  native: string,
  cluster: string,
  user: DatabaseUser,
  databasePassword: string,
): void {
  const partial = `${cluster}.new`;
  const passwordFile = join(tmpdir(), `portico-${process.pid}-${Date.now()}`);
  writeFileSync(passwordFile, databasePassword, { mode: 0o600, flag: 'wx' });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const run = (locale: string[]) => {
    rmSync(partial, { recursive: true, force: true });
    return spawnSync(
      join(native, 'bin/initdb'),
      [
        `--pgdata=${partial}`,
        `--username=${OWNER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=und',
        '--data-checksums',
        '--locale=C',
        ...locale,
      ],
      { cwd: '/', encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, ...user },
    );
  };
  try {
    // C.UTF-8 knows letters beyond ASCII, but not every system has it.
    let result = run(['--lc-ctype=C.UTF-8']);
    if (result.status !== 0) result = run([]);
    if (result.status !== 0) {
      const reason = (result.stderr || String(result.error)).trim().split('\n').at(-1);
      throw new PlainError(`The built-in database could not be created: ${reason}`);
    }
    renameSync(partial, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function startServer(
  native: string,
  cluster: string,
  user: DatabaseUser,
  settings: Record<string, string>,
  wanted: number | undefined,
): Promise<{ port: number; server: ChildProcess }> {
  const logFile = `${cluster}.log`;
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) {
    renameSync(logFile, `${logFile}.1`);
  }
  const giveUp = Date.now() + START_PATIENCE_MS;
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort());
    disownPostmaster(cluster);
    const from = existsSync(logFile) ? statSync(logFile).size : 0;
    const log = openSync(logFile, 'a', 0o600);
    const server = spawn(
      join(native, 'bin/postgres'),
      [
        '-D',
        cluster,
        '-p',
        String(port),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      // A process group of its own: Ctrl-C must reach it last, after the work in hand is finished.
      { cwd: '/', detached: true, stdio: ['ignore', log, log], ...user },
    );
    closeSync(log);
    server.unref();
    let ended = false;
    server.once('exit', () => {
      ended = true;
    });
    server.once('error', () => {
      ended = true;
    });
    const patience = Date.now() + START_PATIENCE_MS;
    while (!ended && Date.now() < patience) {
      const running = readServer(cluster);
      if (running?.pid === server.pid && running?.state === 'ready') return { port, server };
      await pause(10);
    }
    const said = existsSync(logFile) ? readFileSync(logFile).subarray(from).toString() : '';
    const portTaken = said.includes('Address already in use');
    if (portTaken && wanted === undefined && attempt < 5) continue;
    // The last statements of a server that was killed outright; they end by themselves.
    if (ended && said.includes('pre-existing shared memory block') && Date.now() < giveUp) {
      await pause(250);
      continue;
    }
    if (portTaken) throw new PlainError(`Port ${port} for the built-in database is in use.`);
    if (!ended) await stopServer(cluster);
    const reason = said.match(/(?:FATAL|PANIC): {2}(.*)/)?.[1] ?? 'it did not become ready';
    throw new PlainError(`The built-in database did not start: ${reason} (its log is ${logFile}).`);
  }
}

/**
 * Starts the server again whenever it ends by itself (killed, out of memory), after growing pauses and for as long as it
 * takes. What is returned lets go of it, once no start is under way.
 */
function keepAlive(
  first: ChildProcess,
  startAgain: () => Promise<{ server: ChildProcess }>,
): () => Promise<void> {
  let leaving = false;
  let reviving: Promise<void> = Promise.resolve();
  const watch = (server: ChildProcess) => {
    const onExit = (code: number | null, signal: string | null) => {
      if (leaving) return;
      log.error('the built-in database ended and is started again', { code, signal });
      reviving = revive();
    };
    if (server.exitCode !== null || server.signalCode !== null) {
      onExit(server.exitCode, server.signalCode);
    } else server.once('exit', onExit);
  };
  const revive = async () => {
    for (let tries = 0; !leaving; tries += 1) {
      try {
        const { server } = await startAgain();
        return watch(server);
      } catch (error) {
        log.error('the built-in database does not start', { error });
      }
      const until = Date.now() + Math.min(LONGEST_PAUSE_MS, 250 * 2 ** tries);
      while (!leaving && Date.now() < until) await pause(50);
    }
  };
  watch(first);
  return async () => {
    leaving = true;
    await reviving;
  };
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
