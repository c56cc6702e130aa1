import { Refused } from '@/lib/actions/refused';
import { hashPassword, verifyPassword } from '@/lib/auth/password';
import { peopleDb, peopleTransact } from '@/lib/auth/people-db';
import { withinLimit } from '@/lib/auth/rate-limit';

/** Changes a person's own password. Every other sign-in of theirs ends, and so do mailed ways back in. */
export async function changePassword(
  person: { userId: string; sessionId: string },
  input: { currentPassword: string; newPassword: string },
  now: Date,
): Promise<void> {
  const { userId, sessionId } = person;
  if (!(await withinLimit('password-change', userId, { most: 10, seconds: 900 }, now))) {
    throw new Refused('errors.tooMany');
  }
  const { passwordHash: before } = await peopleDb().user.findUniqueOrThrow({
    where: { id: userId },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(input.currentPassword, before))) {
    throw new Refused('auth.password.wrong', {}, 'currentPassword');
  }
  const passwordHash = await hashPassword(input.newPassword);
  await peopleTransact(async (tx) => {
    // Only if the password is still the one that was checked: of two changes at once, one wins.
    const { count } = await tx.user.updateMany({
      where: { id: userId, passwordHash: before },
      data: { passwordHash, version: { increment: 1 } },
    });
    if (count !== 1) throw new Refused('auth.password.wrong', {}, 'currentPassword');
    await tx.staffSession.updateMany({
      where: { userId, revokedAt: null, id: { not: sessionId } },
      data: { revokedAt: now },
    });
    await tx.passwordReset.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
  });
}
