import { endWithParent, sayReady } from '@/lib/cli/child';
import { withDatabase } from '@/lib/cli/database';
import { closeDb } from '@/lib/db/client';
import { requireMigrated } from '@/lib/db/migrate';
import { closeJobSender } from '@/lib/jobs/boss';
import { startWorker } from '@/lib/jobs/worker';

/** `npm run worker`: works on jobs until it is told to stop. The launcher starts it the same way. */
export async function main(): Promise<void> {
  await withDatabase(async (databaseUrl) => {
    await requireMigrated(databaseUrl);
    await new Promise<void>((done, failed) => {
      const started = startWorker();
      endWithParent(async () => {
        const worker = await started;
        await worker.stop();
        await closeJobSender();
        await closeDb();
        done();
      });
      started.then(sayReady, failed);
    });
  });
}
