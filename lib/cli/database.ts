import { join } from 'node:path';
import { runningEmbeddedDatabase, startEmbeddedDatabase } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { lockHolder } from '@/lib/db/process-lock';
import { dataSecrets } from '@/lib/db/secrets';
import { env, forgetEnv, parseSettings, type Settings } from '@/lib/env/env';
import { installJobs } from '@/lib/jobs/boss';

/** A database to work with. `stop` ends the built-in one if this process started it. */
export type OpenDatabase = { url: string; stop(): Promise<void> };

/**
 * The configured database, or the built-in one started on the data folder; refuses when another
 * process runs it. Its address and the secret go into the environment, so `env()` works afterwards.
 */
export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  if (settings.databaseUrl) {
    forgetEnv();
    return { url: settings.databaseUrl, stop: async () => {} };
  }
  const database = await startEmbeddedDatabase({
    dataDir: settings.dataDir,
    port: settings.databasePort ?? undefined,
  });
  publish(settings, database.url);
  return { url: database.url, stop: database.stop };
}

/**
 * Runs a command's work on the database: the configured one, the built-in one of a Portico that is
 * running on this data folder, or else the built-in one started for as long as the work takes.
 */
export async function withDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const settings = parseSettings(process.env);
  const running = settings.databaseUrl ? null : runningEmbeddedDatabase(settings.dataDir);
  if (running) {
    publish(settings, running);
    return await work(running);
  }
  const database = await openDatabase(settings);
  try {
    return await work(database.url);
  } finally {
    await database.stop();
  }
}

/** Applies what the schema and the job queues lack; returns the names of the new migrations. */
export async function bringUpToDate(databaseUrl: string): Promise<string[]> {
  const applied = await migrate(databaseUrl);
  await installJobs(databaseUrl);
  return applied;
}

/** Whether a living Portico process holds the data folder. */
export function isDataFolderHeld(dataDir: string): boolean {
  return lockHolder(join(dataDir, 'portico.lock')) !== null;
}

function publish(settings: Settings, databaseUrl: string): void {
  process.env.DATABASE_URL = databaseUrl;
  process.env.PORTICO_SECRET = settings.secret ?? dataSecrets(settings.dataDir).secret;
  forgetEnv();
  env();
}
