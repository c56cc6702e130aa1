import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { expect, test } from 'vitest';
import { isDatabaseAway } from '@/lib/db/database-away';
import { PrismaClient } from '@/lib/db/generated/client';
import { testDatabase } from '@/tests/support/database';

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'it worked',
    (error: unknown) => error,
  );
}

function prisma(connectionString: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 2 }) });
}

test('A server that is not there is the database being away', async () => {
  const nowhere = 'postgresql://portico:x@127.0.0.1:9/portico';
  const client = prisma(nowhere);
  expect(isDatabaseAway(await failureOf(client.business.count()))).toBe(true);
  expect(isDatabaseAway(await failureOf(client.$transaction((tx) => tx.business.count())))).toBe(
    true,
  );
  await client.$disconnect();
  const pool = new pg.Pool({ connectionString: nowhere });
  expect(isDatabaseAway(await failureOf(pool.query('SELECT 1')))).toBe(true);
  await pool.end();
});

test('A connection cut in the middle of a question is the database being away, also in a transaction', async () => {
  const client = prisma(testDatabase());
  const cut = async (work: Promise<unknown>) => {
    const failure = failureOf(work);
    const admin = new pg.Client({ connectionString: testDatabase() });
    await admin.connect();
    let ended = 0;
    while (ended === 0) {
      const { rows } = await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND query LIKE '%pg_sleep(30)%' AND pid <> pg_backend_pid()`,
      );
      ended = rows.length;
    }
    await admin.end();
    return isDatabaseAway(await failure);
  };
  expect(await cut(client.$queryRaw`SELECT pg_sleep(30)::text`)).toBe(true);
  expect(await cut(client.$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(30)::text`))).toBe(
    true,
  );
  // And the next question finds another connection.
  expect(await client.business.count()).toBe(0);
  await client.$disconnect();
});

test('A mistake of ours and somebody else’s server are not', async () => {
  const client = prisma(testDatabase());
  expect(isDatabaseAway(await failureOf(client.$queryRaw`SELECT nonsense`))).toBe(false);
  await client.$disconnect();
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:25'), {
    code: 'ECONNREFUSED',
  });
  expect(isDatabaseAway(refused)).toBe(false);
  expect(isDatabaseAway('ECONNREFUSED')).toBe(false);
});
