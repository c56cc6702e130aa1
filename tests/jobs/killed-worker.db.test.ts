import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { JOBS_SCHEMA } from '@/lib/jobs/boss';
import { JOB_NAMES, JOBS } from '@/lib/jobs/jobs';
import { testDatabase } from '../support/database';

const QUEUE = 'check-checkout';
let boss: PgBoss;

beforeAll(async () => {
  boss = new PgBoss({
    connectionString: testDatabase(),
    schema: JOBS_SCHEMA,
    migrate: false,
    supervise: false,
    schedule: false,
    monitorIntervalSeconds: 1,
  });
  boss.on('error', () => {});
  await boss.start();
});

afterAll(() => boss.stop({ graceful: false }));

const send = () => boss.send(QUEUE, { businessId: newId(), checkoutId: newId() });

/** Takes the next job as a worker does that is killed before it has done anything. */
async function takeAndDie(): Promise<string | undefined> {
  const [job] = await boss.fetch(QUEUE, { ignoreStartAfter: true });
  return job?.id;
}

/** Half a minute later, as a living worker sees it. */
async function halfAMinuteLater(): Promise<void> {
  await unscopedDb().$executeRaw`
    UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '31 seconds' WHERE state = 'active'`;
  await unscopedDb()
    .$executeRaw`UPDATE pgboss.queue SET monitor_on = NULL, monitor_claim_on = NULL`;
  await boss.supervise(QUEUE);
}

async function stateOf(id: string | null): Promise<unknown> {
  return id && (await boss.findJobs(QUEUE, { id }))[0]?.state;
}

it('A job whose worker was killed is taken up again within a minute, and given up after its tries', async () => {
  const poison = await send();
  const tries = JOBS[QUEUE].queue.retryLimit + 1;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    expect(await takeAndDie(), `attempt ${attempt}`).toBe(poison);
    expect(await takeAndDie(), 'nobody else takes it meanwhile').toBeUndefined();
    await halfAMinuteLater();
  }
  expect(await stateOf(poison)).toBe('failed');
  // The rest goes on.
  const other = await send();
  expect(await takeAndDie()).toBe(other);
});

it('Every queue knows when a worker has gone silent', async () => {
  for (const name of JOB_NAMES) {
    expect((await boss.getQueue(name))?.heartbeatSeconds, name).toBe(30);
  }
});
