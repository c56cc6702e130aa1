import pg from 'pg';
import { appliedMigrations, knownMigrations } from '@/lib/db/migrate';
import { env } from '@/lib/env/env';
import { log } from '@/lib/log/log';

/** What /api/ready tells; reasons stay in the log, because anyone may ask. */
export type Readiness = {
  database: 'ok' | 'unreachable';
  migrations: 'ok' | 'pending' | 'newer' | 'unknown';
  worker: 'ok' | 'silent' | 'unknown';
};

const HEARTBEAT_SECONDS = 60;

/** However many ask, the database is asked once a second. */
const FRESH_MS = 1_000;

/** A page that failed asks within this time whether it was the database. */
const JUST_NOW_MS = 2_000;

const held = globalThis as {
  porticoAwayAt?: number;
  porticoReadiness?: { at: number; answer: Promise<Readiness> };
  porticoReadinessPool?: pg.Pool;
};

/** Whether the database answers, has this code's schema, and a worker was seen in the last minute. */
export function readiness(): Promise<Readiness> {
  const last = held.porticoReadiness;
  if (last && Date.now() - last.at < FRESH_MS) return last.answer;
  const answer = ask();
  held.porticoReadiness = { at: Date.now(), answer };
  return answer;
}

/** Notes that a request has just met no database, which may be back before anybody can ask. */
export function noteDatabaseAway(): void {
  held.porticoAwayAt = Date.now();
}

/** Whether the database answers now and has answered every request since (ms); quicker to say no than a page is. */
export async function isDatabaseThere(since: number): Promise<boolean> {
  try {
    await pool().query('SELECT 1');
    return !wasAwaySince(since);
  } catch (error) {
    log.warn('the database does not answer', { error });
    return false;
  }
}

function wasAwaySince(since: number): boolean {
  return (held.porticoAwayAt ?? 0) >= since;
}

async function ask(): Promise<Readiness> {
  try {
    const applied = new Set(await appliedMigrations(pool()));
    const known = knownMigrations().map(({ name }) => name);
    const pending = known.some((name) => !applied.has(name));
    const newer = applied.size > known.length;
    return {
      database: wasAwaySince(Date.now() - JUST_NOW_MS) ? 'unreachable' : 'ok',
      migrations: pending ? 'pending' : newer ? 'newer' : 'ok',
      worker: pending ? 'unknown' : await worker(),
    };
  } catch (error) {
    log.warn('not ready', { error });
    // 42P01: the table of migrations is not there, so the database is, and it is empty.
    const empty = (error as pg.DatabaseError).code === '42P01';
    return {
      database: empty ? 'ok' : 'unreachable',
      migrations: empty ? 'pending' : 'unknown',
      worker: 'unknown',
    };
  }
}

async function worker(): Promise<Readiness['worker']> {
  const { rowCount } = await pool().query(
    `SELECT FROM "WorkerHeartbeat" WHERE "seenAt" > now() - make_interval(secs => $1) LIMIT 1`,
    [HEARTBEAT_SECONDS],
  );
  return rowCount ? 'ok' : 'silent';
}

/** One connection apart from the pages' pool, so that a busy server is not taken for a broken one. */
function pool(): pg.Pool {
  if (!held.porticoReadinessPool) {
    held.porticoReadinessPool = new pg.Pool({
      connectionString: env().databaseUrl,
      max: 1,
      connectionTimeoutMillis: 3_000,
      query_timeout: 3_000,
      idleTimeoutMillis: 30_000,
    });
    held.porticoReadinessPool.on('error', (error) => log.warn('not ready', { error }));
  }
  return held.porticoReadinessPool;
}
