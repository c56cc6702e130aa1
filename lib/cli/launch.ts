import { fork } from 'node:child_process';
import cluster from 'node:cluster';
import { bundle } from '@/lib/cli/bundle.mjs';
import { childEnvironment } from '@/lib/cli/child-environment';
import { isDataFolderHeld, openDatabase } from '@/lib/cli/database';
import { Family } from '@/lib/cli/family';
import { isAlive, starter } from '@/lib/db/processes';
import { env, parseSettings } from '@/lib/env/env';
import { PlainError } from '@/lib/env/plain-error';
import { isPortFree } from '@/lib/env/ports';
import { logError } from '@/lib/log/log';

const RUN = 'lib/cli/run.mjs';

/** What a launcher's own part gets to work with. `onStop` runs before the database stops. */
export type Launch = {
  family: Family;
  databaseUrl: string;
  onStop(work: () => Promise<void> | void): void;
};

/**
 * The life of a launcher: checks the configuration and the port, opens the database, prepares,
 * starts web and worker, announces, and stays until Ctrl-C, SIGTERM or the death of whoever started
 * it; then ends everything in reverse order. A second Ctrl-C does not wait for work in hand.
 */
export async function launch(options: {
  mode: 'production' | 'development';
  prepare: (launch: Launch) => Promise<void>;
  announce: (launch: Launch) => Promise<void> | void;
}): Promise<void> {
  const settings = parseSettings(process.env);
  const free = () => isPortFree(settings.port, settings.host).catch(unusable);
  const inUse = new PlainError(
    `Port ${settings.port} is in use: stop what uses it, or set PORT to another one.`,
  );
  const taken = !(await free());
  // Another Portico on this data folder is the better explanation, and one just leaving no trouble.
  if (taken && (settings.databaseUrl || !isDataFolderHeld(settings.dataDir))) throw inUse;
  const family = new Family();
  const endings: (() => Promise<void> | void)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      await family.stop();
      for (const ending of endings.reverse()) await ending();
    })();
    return stopping;
  };
  const leave = (code: number) => {
    if (stopping) family.kill();
    stop().then(
      () => process.exit(code),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', () => leave(0));
  process.on('SIGTERM', () => leave(0));
  process.on('SIGHUP', () => leave(0));
  leaveWithStarter(() => leave(1));
  process.on('uncaughtException', (error) => {
    // While stopping, connections break that someone still held; before, it is a fault of ours.
    if (stopping) return;
    logError(error, { part: 'launcher' });
    leave(1);
  });

  try {
    const database = await openDatabase(settings);
    endings.push(database.stop);
    if (taken && !(await free())) throw inUse;
    const started: Launch = {
      family,
      databaseUrl: database.url,
      onStop: (work) => endings.push(work),
    };
    await Promise.all([bundle('lib/cli/web.ts'), bundle('lib/cli/worker.ts')]);
    if (!stopping) await options.prepare(started);
    if (!stopping) await startChildren(family, options.mode);
    if (!stopping) await options.announce(started);
  } catch (error) {
    // Stopping pulls the ground from under what is being prepared; that is not news.
    if (stopping) return await stopping;
    await stop();
    throw error;
  }
}

async function startChildren(family: Family, mode: 'production' | 'development'): Promise<void> {
  const environment = childEnvironment(mode);
  cluster.setupPrimary({ exec: RUN, args: ['web'] });
  const web = () => cluster.fork(environment).process;
  const worker = () => fork(RUN, ['worker'], { env: environment });
  const count = mode === 'development' ? 1 : env().workers;
  await Promise.all([
    ...Array.from({ length: count }, () => family.keep('web', web)),
    family.keep('worker', worker),
  ]);
}

/** Leaves when whoever started this process is killed outright and so cannot pass the signal on. */
function leaveWithStarter(leave: () => void): void {
  const parent = starter();
  if (parent === null) return;
  process.on('disconnect', leave);
  const timer = setInterval(() => {
    if (isAlive(parent)) return;
    clearInterval(timer);
    leave();
  }, 500);
  timer.unref();
}

function unusable(error: NodeJS.ErrnoException): never {
  const reason = error.code === 'EACCES' ? 'this user may not use that port' : error.message;
  throw new PlainError(`HOST and PORT cannot be listened on: ${reason}.`, { cause: error });
}
