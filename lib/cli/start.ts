import { buildIfStale, isBuilt } from '@/lib/cli/build';
import { checkGround } from '@/lib/cli/check-ground';
import { bringUpToDate } from '@/lib/cli/database';
import { launch } from '@/lib/cli/launch';
import { env } from '@/lib/env/env';
import { log } from '@/lib/log/log';

/** `npm start`: production, web on all cores and a worker, on the built-in or your own PostgreSQL. */
export async function main(): Promise<void> {
  await launch({
    mode: 'production',
    async prepare({ databaseUrl }) {
      const applied = await bringUpToDate(databaseUrl);
      await checkGround(databaseUrl);
      if (applied.length > 0) log.info('the database is up to date', { applied });
      if (isBuilt()) return;
      log.info('building for production, once');
      await buildIfStale();
    },
    announce() {
      const { baseUrl, workers, smtp } = env();
      log.info(`Portico is ready at ${baseUrl}`, { webProcesses: workers });
      if (!smtp) {
        log.info(
          'no SMTP server is configured: mail waits in the outbox; sign-in mails show in this terminal, if it is one',
        );
      }
    },
  });
}
