import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

// Every test file begins with a fresh copy of the migrated template. Emptying tables instead is no faster, and the
// triggers that keep issued documents and events for ever would refuse it.
const url = await createDatabase('template');
process.env.DATABASE_URL = url;
process.env.PORTICO_DATA = join(inject('database').dataDir, new URL(url).pathname.slice(1));

/** The connection URL of this test file's own database, migrated and empty. */
export function testDatabase(): string {
  return url;
}

/** One more database on the test server, migrated or without any table; returns its connection URL. */
export async function createDatabase(like: 'template' | 'blank'): Promise<string> {
  const { admin, template } = inject('database');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const original = like === 'template' ? new URL(template).pathname.slice(1) : 'template1';
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${original} STRATEGY FILE_COPY`);
  } finally {
    await client.end();
  }
  const address = new URL(admin);
  address.pathname = `/${name}`;
  return address.href;
}

afterAll(async () => {
  const [{ closeJobSender }, { closeDb }] = await Promise.all([
    import('@/lib/jobs/boss'),
    import('@/lib/db/client'),
  ]);
  await closeJobSender();
  await closeDb();
});
