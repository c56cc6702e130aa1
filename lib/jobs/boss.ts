import { PgBoss } from 'pg-boss';
import { env } from '@/lib/env/env';
import { JOB_NAMES, JOBS } from './jobs';
import { troubleLogger } from './log-trouble';

const held = globalThis as { porticoSender?: Promise<PgBoss> };

export const JOBS_SCHEMA = 'pgboss';

/** Installs or upgrades pg-boss's own schema and brings the queues up to date. Part of migrating; safe to repeat. */
export async function installJobs(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: JOBS_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
  });
  const errors: Error[] = [];
  boss.on('error', (error) => errors.push(error));
  await boss.start();
  try {
    for (const name of JOB_NAMES) {
      const options = {
        ...JOBS[name].queue,
        notify: true,
        // Who works on a job says so twice in this time; of whoever does not, it is taken away.
        heartbeatSeconds: 30,
        retentionSeconds: 30 * 86_400,
        deleteAfterSeconds: 7 * 86_400,
      };
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (errors[0]) throw errors[0];
}

/** The process's sender of jobs: never works on any, only puts them into the queue. */
export function jobSender(): Promise<PgBoss> {
  held.porticoSender ??= start().catch((error) => {
    delete held.porticoSender;
    throw error;
  });
  return held.porticoSender;
}

async function start(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().databaseUrl,
    schema: JOBS_SCHEMA,
    max: 1,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  boss.on('error', troubleLogger('job sender'));
  await boss.start();
  return boss;
}

/** Stops the sender, if there is one. */
export async function closeJobSender(): Promise<void> {
  const boss = await held.porticoSender;
  delete held.porticoSender;
  await boss?.stop({ graceful: false });
}
