import { isDatabaseAway } from '@/lib/db/database-away';
import { log, logError } from '@/lib/log/log';

const SAY_EVERY_MS = 30_000;

/**
 * Writes the queue's own troubles into the log. While the database is away every slot has the same one at every look:
 * that is said once in half a minute.
 */
export function troubleLogger(part: string): (thrown: unknown) => void {
  let said = 0;
  return (thrown) => {
    const error = asError(thrown);
    if (!isDatabaseAway(error)) {
      logError(error, { part });
      return;
    }
    if (Date.now() - said < SAY_EVERY_MS) return;
    said = Date.now();
    log.warn('the database is away; asking until it is back', { part, reason: error.message });
  };
}

/** pg-boss passes on some errors as plain copies of their fields. */
function asError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  const { message, ...rest } = (thrown ?? {}) as { message?: unknown };
  return Object.assign(new Error(String(message || 'unknown trouble of the queue')), rest);
}
