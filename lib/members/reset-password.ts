import { Refused } from '@/lib/actions/refused';
import { hashPassword } from '@/lib/auth/password';
import { peopleDb, peopleTransact } from '@/lib/auth/people-db';
import { readSignedId } from '@/lib/auth/secrets';

/** Whose password this token may set now, or null for a token that is used, expired, forged or none. */
export async function findPasswordReset(
  token: string,
  now: Date,
): Promise<{ email: string } | null> {
  const id = readSignedId('reset', token);
  if (!id) return null;
  const reset = await peopleDb().passwordReset.findUnique({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    select: { user: { select: { email: true } } },
  });
  return reset ? { email: reset.user.email } : null;
}

/**
 * Sets a new password with a mailed token, once. Every sign-in of the person ends, every other open token dies.
 * Returns the e-mail address to sign in with.
 */
export async function resetPassword(
  input: { token: string; newPassword: string },
  now: Date,
): Promise<{ email: string }> {
  const dead = () => new Refused('auth.reset.dead');
  const id = readSignedId('reset', input.token);
  if (!id) throw dead();
  const passwordHash = await hashPassword(input.newPassword);
  return peopleTransact(async (tx) => {
    const taken = await tx.passwordReset.updateManyAndReturn({
      where: { id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
      select: { userId: true },
    });
    const userId = taken[0]?.userId;
    if (!userId) throw dead();
    await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
    // First the password, then the sign-ins: none with the old one can begin in between (lib/auth/auth-options.ts).
    const { email } = await tx.user.update({
      where: { id: userId },
      data: { passwordHash, version: { increment: 1 } },
      select: { email: true },
    });
    await tx.staffSession.updateMany({
      where: { userId, revokedAt: null },
      data: { revokedAt: now },
    });
    return { email };
  });
}
