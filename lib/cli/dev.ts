import { type FSWatcher, watch } from 'node:fs';
import { bringUpToDate } from '@/lib/cli/database';
import { launch } from '@/lib/cli/launch';
import { env } from '@/lib/env/env';
import { log } from '@/lib/log/log';

/** What the worker is made of; pages reload by themselves. */
const WORKER_SOURCES = ['lib', 'emails'];

/** `npm run dev`: pages reload as they are edited, and the worker starts again. */
export async function main(): Promise<void> {
  process.env.HOST ||= '127.0.0.1';
  process.env.BASE_URL ||= `http://127.0.0.1:${process.env.PORT || 3000}`;
  await launch({
    mode: 'development',
    async prepare({ databaseUrl }) {
      const applied = await bringUpToDate(databaseUrl);
      for (const name of applied) log.info(`applied ${name}`);
    },
    announce({ family, onStop }) {
      const watchers = watchSources(() => family.restart('worker'));
      onStop(() => {
        for (const watcher of watchers) watcher.close();
      });
      log.info(`Portico is ready for work at ${env().baseUrl}`);
    },
  });
}

function watchSources(changed: () => void): FSWatcher[] {
  let timer: NodeJS.Timeout | undefined;
  return WORKER_SOURCES.map((folder) =>
    watch(folder, { recursive: true }, (_event, file) => {
      if (!file || !/\.(tsx?|json)$/.test(file)) return;
      clearTimeout(timer);
      // An editor saves in several steps.
      timer = setTimeout(changed, 200);
    }),
  );
}
