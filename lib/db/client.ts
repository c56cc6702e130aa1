import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@/lib/env/env';
import { PrismaClient } from './generated/client';

/** How long anybody waits for a connection, and a transaction for its end. */
const PATIENCE_MS = 30_000;

const held = globalThis as { porticoPrisma?: PrismaClient };

/**
 * The Prisma client that sees every business. Only the platform may import it (tests/architecture.test.ts);
 * everything else works through a context's `db`.
 */
export function unscopedDb(): PrismaClient {
  held.porticoPrisma ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().databaseUrl,
      max: env().databasePool,
      // Also for a server that takes the connection and says nothing.
      connectionTimeoutMillis: PATIENCE_MS,
    }),
    transactionOptions: { maxWait: PATIENCE_MS, timeout: PATIENCE_MS },
  });
  return held.porticoPrisma;
}

/** Closes the pool; the next call of `unscopedDb` opens a new one. */
export async function closeDb(): Promise<void> {
  await held.porticoPrisma?.$disconnect();
  delete held.porticoPrisma;
}
