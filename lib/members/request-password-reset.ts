import { setTimeout as pause } from 'node:timers/promises';
import { peopleTransact } from '@/lib/auth/people-db';
import { withinLimit } from '@/lib/auth/rate-limit';
import { newId } from '@/lib/db/new-id';

export const RESET_MINUTES = 60;

/** A known address costs one row more: far less than this, which hides it. */
const ANSWER_AFTER_MS = 350;

/**
 * Asks for a mailed way back in. Known, unknown and too often asked addresses get the same answer after the same
 * time; a known one gets a mail, at most three an hour.
 */
export async function requestPasswordReset(email: string, now: Date): Promise<void> {
  await Promise.all([request(email, now), pause(ANSWER_AFTER_MS)]);
}

async function request(email: string, now: Date): Promise<void> {
  const allowed = await withinLimit('reset-mail', email, { most: 3, seconds: 3600 }, now);
  await peopleTransact(async (tx) => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true } });
    const id = newId(now.getTime());
    if (user && allowed) {
      await tx.passwordReset.create({
        data: {
          id,
          userId: user.id,
          createdAt: now,
          expiresAt: new Date(now.getTime() + RESET_MINUTES * 60_000),
        },
      });
    }
    // For an unknown address the job finds nothing to send.
    await tx.enqueue('send-account-mail', { kind: 'reset', id });
  });
}
