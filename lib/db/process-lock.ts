import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { isAlive, starter, startOf } from '@/lib/db/processes';

/** Who holds a data folder: a process, told apart from a later one with the same number. */
export type LockHolder = { pid: number; startedAt: string; starter: number | null };

/** The living holder of the lock file, or null when there is none or it has died. */
export function lockHolder(file: string): LockHolder | null {
  const text = readIfThere(file);
  return text === null ? null : living(text);
}

/**
 * Takes the lock file for this process. Answers null when taken, else the living holder. The lock
 * of a process that was killed is taken over; of two that try at once exactly one succeeds.
 */
export function takeLock(file: string): LockHolder | null {
  const mine = `${file}.${process.pid}`;
  const me: LockHolder = {
    pid: process.pid,
    startedAt: startOf(process.pid),
    starter: starter(),
  };
  writeFileSync(mine, JSON.stringify(me), { mode: 0o600 });
  try {
    for (;;) {
      // A link appears whole or not at all, so nobody ever reads a lock without its holder.
      if (linkIfFree(mine, file)) return null;
      const text = readIfThere(file);
      if (text === null) continue;
      const holder = living(text);
      if (holder) return holder;
      removeIfStill(file, text);
    }
  } finally {
    unlinkSync(mine);
  }
}

/** Gives the lock back. */
export function releaseLock(file: string): void {
  rmSync(file, { force: true });
}

function living(text: string): LockHolder | null {
  let holder: LockHolder;
  try {
    holder = JSON.parse(text) as LockHolder;
  } catch {
    // Cut short by a full or failing disk: nobody can be holding it.
    return null;
  }
  const same = isAlive(holder.pid) && startOf(holder.pid) === holder.startedAt;
  return same ? holder : null;
}

function linkIfFree(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Removes a dead holder's lock, unless someone else has replaced it since it was read. */
function removeIfStill(file: string, text: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== text) linkIfFree(aside, file);
  unlinkSync(aside);
}
