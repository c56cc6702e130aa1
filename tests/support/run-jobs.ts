import { PgBoss } from 'pg-boss';
import { env } from '@/lib/env/env';
import { JOBS_SCHEMA } from '@/lib/jobs/boss';
import { JOB_NAMES, type JobName } from '@/lib/jobs/jobs';
import { runJob } from '@/lib/jobs/run-job';

export type JobsRun = { done: number; failed: { name: JobName; error: unknown }[] };

/**
 * Works on every waiting job of every queue, also those that the jobs themselves put there, until none is left; a job that
 * fails is tried once and stays in its queue. Those meant for later run too, unless only what is `due` is asked for.
 */
export async function runJobs(
  options: { due?: boolean; only?: readonly JobName[] } = {},
): Promise<JobsRun> {
  const boss = new PgBoss({
    connectionString: env().databaseUrl,
    schema: JOBS_SCHEMA,
    max: 2,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  const broken: unknown[] = [];
  boss.on('error', (error) => broken.push(error));
  await boss.start();
  const run: JobsRun = { done: 0, failed: [] };
  const failedIds: { name: JobName; id: string; error: unknown }[] = [];
  const names = options.only ?? JOB_NAMES;
  try {
    for (let found = true; found; ) {
      found = false;
      for (const name of names) {
        const jobs = await boss.fetch(name, { batchSize: 50, ignoreStartAfter: !options.due });
        found ||= jobs.length > 0;
        for (const { id, data } of jobs) {
          try {
            await runJob(name, data);
            await boss.complete(name, id);
            run.done += 1;
          } catch (error) {
            // Handed back only at the end, or it would be fetched again at once.
            failedIds.push({ name, id, error });
          }
        }
      }
    }
    for (const { name, id, error } of failedIds) {
      await boss.fail(name, id);
      run.failed.push({ name, error });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (broken[0]) throw broken[0];
  return run;
}
