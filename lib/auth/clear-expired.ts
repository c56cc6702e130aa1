import { unscopedDb } from '@/lib/db/client';

const DAY_MS = 86_400_000;
const KEEP_DAYS = 30;

/**
 * Deletes what nobody asks for any more: windows of attempts older than a day (the longest there is), sign-up requests
 * that have run out, and sessions and password resets of staff a month after their end.
 */
export async function clearExpired(now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const db = unscopedDb();
  await db.rateLimit.deleteMany({ where: { windowStart: { lt: before(1) } } });
  await db.signUpRequest.deleteMany({ where: { expiresAt: { lte: now } } });
  const ended = { expiresAt: { lt: before(KEEP_DAYS) } };
  await db.passwordReset.deleteMany({ where: ended });
  await db.staffSession.deleteMany({ where: ended });
}
