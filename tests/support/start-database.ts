import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedDatabase } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrate';
import { installJobs } from '@/lib/jobs/boss';

declare module 'vitest' {
  interface ProvidedContext {
    /** The test server: its maintenance database, the database every file is copied from, a folder for files. */
    database: { admin: string; template: string; dataDir: string };
  }
}

/** Nothing here outlives the run, so nothing is worth waiting for the disk. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  autovacuum: 'off',
  max_connections: '300',
};

/** Starts one PostgreSQL for the whole run and migrates one template; vitest calls it only when a database test runs. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-test-'));
  const server = await startEmbeddedDatabase({ dataDir, settings: SETTINGS });
  const forget = stopWhenThisProcessDies(dataDir);
  const stop = async () => {
    await server.stop();
    forget();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate(server.url);
    await installJobs(server.url);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('database', { admin: server.urlOf('postgres'), template: server.url, dataDir });
  return stop;
}

/** A killed run cannot clean up: a shell waits for the end of its input and does it then. */
function stopWhenThisProcessDies(dataDir: string): () => void {
  const file = join(dataDir, 'database/cluster/postmaster.pid');
  const pid = readFileSync(file, 'utf8').split('\n')[0] ?? '';
  const watch = spawn('sh', ['-c', 'read -r _; kill -QUIT "$1"; rm -rf "$2"', 'sh', pid, dataDir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watch.unref();
  return () => watch.kill('SIGKILL');
}
