import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { PlainError } from '@/lib/env/plain-error';

/** One folder of prisma/migrations. The checksum is Prisma's: SHA-256 of the file, in hex. */
export type Migration = { name: string; sql: string; checksum: string };

const MIGRATIONS = 'prisma/migrations';

/** Any number will do, as long as every Portico process takes the same. */
const LOCK = 7_406_121;

/** Exactly the table of Prisma's own `migrate deploy`, so that either can follow the other. */
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** The migrations that this code knows, oldest first. */
export function knownMigrations(folder = MIGRATIONS): Migration[] {
  if (!existsSync(/* turbopackIgnore: true */ folder)) return [];
  return readdirSync(/* turbopackIgnore: true */ folder)
    .sort()
    .filter((name) => existsSync(join(/* turbopackIgnore: true */ folder, name, 'migration.sql')))
    .map((name) => {
      const file = join(/* turbopackIgnore: true */ folder, name, 'migration.sql');
      const sql = readFileSync(file, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings a database up to the code's schema and returns the names of the migrations it applied.
 * Each one commits together with its row in `_prisma_migrations`, so a process killed half-way
 * leaves nothing to clean up. Two at once wait for each other. Refuses a database that is newer
 * than the code, one with a failed migration, and one that does not answer.
 *
 * Prisma's schema engine is not used here: through adapter-pg it splits a migration at every
 * semicolon, also inside a trigger's body, and applies the pieces outside a transaction.
 */
export async function migrate(databaseUrl: string, folder = MIGRATIONS): Promise<string[]> {
  const migrations = knownMigrations(folder);
  const client = await connect(databaseUrl);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await client.query(TABLE);
    const pending = await pendingMigrations(client, migrations);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Refuses, in one sentence, a database that does not have exactly this code's schema. */
export async function requireMigrated(databaseUrl: string): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    const { rows } = await client.query(`SELECT to_regclass('_prisma_migrations') AS there`);
    const pending = rows[0]?.there ? await pendingMigrations(client, knownMigrations()) : null;
    if (pending?.length === 0) return;
    throw new PlainError(
      'The database is older than this version of Portico: run "npm run migrate".',
    );
  } finally {
    await client.end();
  }
}

async function pendingMigrations(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const applied = new Set(await appliedMigrations(client));
  const known = new Set(migrations.map(({ name }) => name));
  const newer = [...applied].find((name) => !known.has(name));
  if (newer) {
    throw new PlainError(
      `The database is newer than this version of Portico: it already has "${newer}". Update Portico.`,
    );
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

/** Names of the migrations that have been applied. Refuses when one is marked as failed. */
export async function appliedMigrations(client: pg.ClientBase | pg.Pool): Promise<string[]> {
  const { rows } = await client.query<{ name: string; finished: boolean }>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const failed = rows.find(({ finished }) => !finished);
  if (failed) {
    throw new PlainError(
      `The migration "${failed.name}" has failed on this database: mend it with "prisma migrate resolve".`,
    );
  }
  return rows.map(({ name }) => name);
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [crypto.randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    const { message, position } = cause as pg.DatabaseError;
    const line = position ? ` (line ${sql.slice(0, Number(position)).split('\n').length})` : '';
    throw new PlainError(`The migration "${name}" cannot be applied: ${message}${line}.`, {
      cause,
    });
  }
}

/** A connection of one's own. Refuses, in one sentence, a database that does not let us in or does not answer. */
export async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    application_name: 'portico',
  });
  // A connection that breaks fails the query that waits on it; the event would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (cause) {
    throw unreachable(databaseUrl, cause);
  }
}

/** The sentence for a database that does not let us in; never contains the password. */
function unreachable(databaseUrl: string, cause: unknown): PlainError {
  let where = 'DATABASE_URL';
  try {
    const { host, pathname } = new URL(databaseUrl);
    where = `${host}${pathname}`;
  } catch {
    // Not an address at all: the name of the variable says enough.
  }
  const { code, message } = cause as { code?: string; message?: string };
  return new PlainError(`The database at ${where} cannot be reached: ${message || code}.`, {
    cause,
  });
}
