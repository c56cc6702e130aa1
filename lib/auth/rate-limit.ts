import { createHash } from 'node:crypto';
import { unscopedDb } from '@/lib/db/client';

/**
 * Counts one attempt and says whether it is still within `most` per `seconds` (fixed windows, kept in PostgreSQL,
 * so that every process counts together). `subject` is hashed. A database error is thrown: it fails closed.
 */
export async function withinLimit(
  what: string,
  subject: string,
  limit: { most: number; seconds: number },
  now: Date,
): Promise<boolean> {
  const span = limit.seconds * 1000;
  const windowStart = new Date(Math.floor(now.getTime() / span) * span);
  const key = `${what}:${createHash('sha256').update(subject.toLowerCase()).digest('base64url')}`;
  const rows = await unscopedDb().$queryRaw<{ count: number }[]>`
    INSERT INTO "RateLimit" (key, "windowStart", count) VALUES (${key}, ${windowStart}, 1)
    ON CONFLICT (key, "windowStart") DO UPDATE SET count = "RateLimit".count + 1
    RETURNING count`;
  return (rows[0]?.count ?? Number.POSITIVE_INFINITY) <= limit.most;
}
