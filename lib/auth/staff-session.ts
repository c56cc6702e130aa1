import { cookies } from 'next/headers';
import { cache } from 'react';
import { unscopedDb } from '@/lib/db/client';
import type { PrismaClient } from '@/lib/db/generated/client';
import { newId } from '@/lib/db/new-id';
import { staffCookie } from './cookies';
import { hashToken, randomToken } from './secrets';

export const STAFF_SESSION_DAYS = 30;
const DAY_MS = 86_400_000;
const SEEN_EVERY_MS = 60_000;

/** Starts a session for a person whose password was just checked. Returns the opaque cookie value; only its hash is kept. */
export async function startStaffSession(
  userId: string,
  from: { userAgent: string; address: string },
  now: Date,
  db: Pick<PrismaClient, 'staffSession'> = unscopedDb(),
): Promise<string> {
  const token = randomToken();
  await db.staffSession.create({
    data: {
      id: newId(),
      tokenHash: hashToken(token),
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + STAFF_SESSION_DAYS * DAY_MS),
      userAgent: from.userAgent.slice(0, 300),
      address: from.address.slice(0, 64),
    },
  });
  return token;
}

/** The live session of a cookie value, with its user, read afresh: revoked means the next request. */
export async function findStaffSession(token: string, now: Date) {
  const session = await unscopedDb().staffSession.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      lastSeenAt: true,
      expiresAt: true,
      revokedAt: true,
      user: { select: { id: true, name: true, email: true, locale: true, theme: true } },
    },
  });
  if (!session || session.revokedAt || session.expiresAt <= now) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await unscopedDb().staffSession.updateMany({
      where: { id: session.id },
      data: { lastSeenAt: now },
    });
  }
  return session;
}

/** Who is signed in on the staff side of this request, or null. Once per request. */
export const currentStaffSession = cache(async () => {
  const token = (await cookies()).get(staffCookie())?.value;
  return token ? findStaffSession(token, new Date()) : null;
});

/** Ends one session of a person, or all of them but `except`. */
export async function endStaffSessions(
  userId: string,
  which: { id: string } | { except: string | null },
  now: Date,
): Promise<number> {
  const { count } = await unscopedDb().staffSession.updateMany({
    where: {
      userId,
      revokedAt: null,
      ...('id' in which ? { id: which.id } : which.except ? { id: { not: which.except } } : {}),
    },
    data: { revokedAt: now },
  });
  return count;
}
