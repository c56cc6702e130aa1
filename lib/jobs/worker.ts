import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import { clearExpired } from '@/lib/auth/clear-expired';
import { unscopedDb } from '@/lib/db/client';
import { env } from '@/lib/env/env';
import { log } from '@/lib/log/log';
import { JOBS_SCHEMA } from './boss';
import { JOB_NAMES, JOBS } from './jobs';
import { troubleLogger } from './log-trouble';
import { runJob } from './run-job';

const HEARTBEAT_MS = 10_000;
const CLEAR_EVERY_MS = 86_400_000;

/** Works on jobs until stopped, and clears away once a day what has run out. Woken by NOTIFY; polling is the net below it. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({
    connectionString: env().databaseUrl,
    schema: JOBS_SCHEMA,
    max: 6,
    migrate: false,
    useListenNotify: true,
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
  });
  boss.on('error', troubleLogger('worker'));
  await boss.start();
  for (const name of JOB_NAMES) {
    for (let slot = 0; slot < JOBS[name].parallel; slot += 1) {
      const worker: string = await boss.work(
        name,
        { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 10 },
        async ([job]) => {
          // Woken again, or it would sleep between two jobs although more are waiting.
          boss.notifyWorker(worker);
          if (job) await runJob(name, job.data);
        },
      );
    }
  }

  const id = randomUUID();
  const beat = async () => {
    const seenAt = new Date();
    await unscopedDb().workerHeartbeat.upsert({
      where: { id },
      create: { id, seenAt },
      update: { seenAt },
    });
    await unscopedDb().workerHeartbeat.deleteMany({
      where: { seenAt: { lt: new Date(seenAt.getTime() - 3_600_000) } },
    });
  };
  await beat();
  const heartbeatTrouble = troubleLogger('heartbeat');
  const timer = setInterval(() => {
    beat().catch(heartbeatTrouble);
  }, HEARTBEAT_MS);
  const clearingTrouble = troubleLogger('clearing away');
  const clear = () => clearExpired(new Date()).catch(clearingTrouble);
  void clear();
  const daily = setInterval(clear, CLEAR_EVERY_MS);
  log.info('worker started', { id });

  return {
    async stop() {
      clearInterval(timer);
      clearInterval(daily);
      await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
