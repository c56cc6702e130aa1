/** What Prisma and PostgreSQL call "cannot be reached": no server, no connection, starting, stopping, no connection left. */
const CODES =
  /^(P1001|P1002|P1008|P1017|P2024|P2028|08\d{3}|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const NETWORK = /^E/;
const WORDS =
  /DatabaseNotReachable|ConnectionClosed|SocketTimeout|Can't reach database|terminating connection|Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|the database system is (starting up|shutting down|not yet accepting|in recovery)/;

/**
 * Whether the error, or one of its causes, is the database not being there, so that trying again later is the right
 * advice. A network error counts only when it comes from the database's driver: mail and payments have theirs.
 */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false;
  const { code, cause, stack = '', message, name } = error as Error & { code?: unknown };
  if (
    error instanceof AggregateError &&
    error.errors.some((each) => isDatabaseAway(each, depth + 1))
  )
    return true;
  if (typeof code === 'string' && CODES.test(code)) {
    if (!NETWORK.test(code) || /node_modules\/(pg|pg-pool|pg-boss|@prisma)\//.test(stack))
      return true;
  }
  if (/^(Prisma|DriverAdapter)/.test(name) || /node_modules\/(pg|pg-pool|@prisma)\//.test(stack)) {
    if (WORDS.test(`${name} ${message}`)) return true;
  }
  const adapter = (error as { meta?: { driverAdapterError?: unknown } }).meta?.driverAdapterError;
  return isDatabaseAway(cause, depth + 1) || isDatabaseAway(adapter, depth + 1);
}
