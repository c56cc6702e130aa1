import { checkBooksDaily } from '@/lib/books/check-books-daily';
import { checkGround } from '@/lib/cli/check-ground';
import { endWithParent, sayReady } from '@/lib/cli/child';
import { withDatabase } from '@/lib/cli/database';
import { closeDb } from '@/lib/db/client';
import { requireMigrated } from '@/lib/db/migrate';
import { closeJobSender } from '@/lib/jobs/boss';
import { startWorker } from '@/lib/jobs/worker';
import { logError } from '@/lib/log/log';

const HOUR_MS = 3_600_000;

/** `npm run worker`: works on jobs until it is told to stop, and sees that the books add up once a day. The launcher starts it the same way. */
export async function main(): Promise<void> {
  await withDatabase(async (databaseUrl) => {
    await requireMigrated(databaseUrl);
    await checkGround(databaseUrl);
    await new Promise<void>((done, failed) => {
      const started = startWorker();
      const daily = setInterval(() => {
        checkBooksDaily(new Date()).catch((error) => logError(error, { part: 'books' }));
      }, HOUR_MS);
      endWithParent(async () => {
        clearInterval(daily);
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
