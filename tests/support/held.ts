import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { testDatabase } from './database';

/**
 * Somebody else's transaction, in the middle of which a deed arrives: `start` is begun once `sql` has been run, and when
 * it waits for a lock, the transaction commits. Answers what `start` answered.
 */
export async function arrivingDuring<R>(
  transaction: { sql: string; values: unknown[] },
  start: () => Promise<R>,
): Promise<R> {
  const held = await holding(transaction.sql, transaction.values);
  try {
    const work = start();
    await Promise.race([work, held.until(1)]);
    await held.letGo();
    return await work;
  } finally {
    await held.letGo();
  }
}

/** A transaction that has run `sql` and keeps its locks until `letGo`; `until(n)` waits for n others to wait for a lock. */
export async function holding(sql: string, values: unknown[]) {
  const client = new pg.Client({ connectionString: testDatabase() });
  await client.connect();
  await client.query('BEGIN');
  await client.query(sql, values);
  let isHeld = true;
  return {
    async until(waiting: number): Promise<void> {
      for (;;) {
        // Within a transaction PostgreSQL answers from its first look.
        await client.query('SELECT pg_stat_clear_snapshot()');
        const { rowCount } = await client.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        if ((rowCount ?? 0) >= waiting) return;
        await pause(10);
      }
    },
    async letGo(): Promise<void> {
      if (!isHeld) return;
      isHeld = false;
      await client.query('COMMIT');
      await client.end();
    },
  };
}
