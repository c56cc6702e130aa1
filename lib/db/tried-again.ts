import { setTimeout as pause } from 'node:timers/promises';

const MOST_TRIES = 6;

/**
 * Runs a transaction, and runs it again, after growing and jittered pauses, when another one came in between: a deadlock,
 * a serialisation failure, or a unique key that somebody has just taken (a second look finds that row and answers for
 * it). So `transaction` must not reach the network and must be safe to run again.
 */
export async function triedAgain<R>(transaction: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt >= MOST_TRIES || !cameInBetween(error)) throw error;
      await pause(2 ** attempt * 5 * (0.5 + Math.random()));
    }
  }
}

function cameInBetween(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, name, message, meta } = error as Error & { code?: unknown; meta?: unknown };
  if (code === 'P2034' || code === 'P2002') return true;
  return /40001|40P01|deadlock detected|could not serialize|TransactionWriteConflict/.test(
    `${name} ${message} ${JSON.stringify(meta ?? '')}`,
  );
}
