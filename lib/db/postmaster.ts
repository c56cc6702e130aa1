import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine, isAlive } from '@/lib/db/processes';
import { PlainError } from '@/lib/env/plain-error';

const STOP_PATIENCE_MS = 30_000;

/** Stops the cluster's server if one runs: open statements are rolled back, everything is flushed. */
export async function stopServer(cluster: string): Promise<void> {
  const server = readServer(cluster);
  if (!server) return;
  // SIGINT is PostgreSQL's "fast" shutdown, SIGQUIT its "immediate" one (recovers at next start).
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    try {
      process.kill(server.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw new PlainError(
        `The data folder's database runs as another user (process ${server.pid}); stop it first.`,
        { cause: error },
      );
    }
    const patience = Date.now() + STOP_PATIENCE_MS;
    while (Date.now() < patience) {
      if (!readServer(cluster)) return;
      await pause(10);
    }
  }
  throw new PlainError(`The built-in database (process ${server.pid}) does not stop.`);
}

/**
 * A server that was killed leaves its process number in postmaster.pid, and PostgreSQL refuses to
 * start while any process has it: one that nobody collects, another program after a restart of the
 * container. With the number of its parent instead it asks only whether the memory is in use.
 */
export function disownPostmaster(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file) || readServer(cluster)) return;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^.*/, String(process.pid)));
}

/** What postmaster.pid says of a living server: line 1 its process, 4 its port, 8 its state. */
export function readServer(cluster: string): { pid: number; port: number; state: string } | null {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new PlainError(
      `The database in ${cluster} belongs to another user: start Portico as the user who made it.`,
      { cause: error },
    );
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isServer(pid, cluster)) return null;
  return { pid, port: Number(lines[3]), state: lines[7]?.trim() ?? '' };
}

/** After a reboot another program may have the number that postmaster.pid still names. */
function isServer(pid: number, cluster: string): boolean {
  return isAlive(pid) && commandLine(pid).includes(cluster);
}
