import { describe, expect, test } from 'vitest';
import { verifyPassword } from '@/lib/auth/password';
import { signId } from '@/lib/auth/secrets';
import { endStaffSessions, findStaffSession, startStaffSession } from '@/lib/auth/staff-session';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { changePassword } from '@/lib/members/change-password';
import { listSessions } from '@/lib/members/queries';
import { requestPasswordReset } from '@/lib/members/request-password-reset';
import { findPasswordReset, resetPassword } from '@/lib/members/reset-password';
import { updateProfile } from '@/lib/members/update-profile';
import { holding } from '../support/held';
import { NOW, owner, signIn } from './world';

const HOUR = 3_600_000;
const later = (ms: number) => new Date(NOW.getTime() + ms);
const newPassword = 'fourteen brass kettles';
const from = { userAgent: 'test', address: '192.0.2.7' };

let count = 0;
const someone = () => owner(`Person ${++count}`);

async function askedReset(email: string) {
  await requestPasswordReset(email, NOW);
  const reset = await unscopedDb().passwordReset.findFirstOrThrow({
    where: { user: { email } },
    orderBy: { id: 'desc' },
  });
  return signId('reset', reset.id);
}

describe('A mailed way back in', () => {
  test('sets a new password once and ends every sign-in', async () => {
    const { user } = await someone();
    const session = await startStaffSession(user.id, from, NOW);
    const token = await askedReset(user.email);
    expect(await findPasswordReset(token, NOW)).toEqual({ email: user.email });
    const answers = await Promise.allSettled([
      resetPassword({ token, newPassword }, NOW),
      resetPassword({ token, newPassword: 'another brass kettle' }, NOW),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await findStaffSession(session, NOW)).toBeNull();
    await expect(resetPassword({ token, newPassword }, NOW)).rejects.toMatchObject({
      key: 'auth.reset.dead',
    });
    expect(await findPasswordReset(token, NOW)).toBeNull();
  });

  test('works for sixty minutes, and opening it changes nothing', async () => {
    const { user } = await someone();
    const token = await askedReset(user.email);
    for (let n = 0; n < 3; n++) expect(await findPasswordReset(token, NOW)).not.toBeNull();
    expect(await findPasswordReset(token, later(HOUR))).toBeNull();
    await expect(resetPassword({ token, newPassword }, later(HOUR))).rejects.toMatchObject({
      key: 'auth.reset.dead',
    });
    await resetPassword({ token, newPassword }, later(HOUR - 1));
  });

  test('leaves no way in to a sign-in with the old password that happens at the same moment', async () => {
    const { user } = await someone();
    const old = 'harbour lane forty two';
    const first = await startStaffSession(user.id, from, NOW);
    const token = await askedReset(user.email);
    // Somebody looks at the first session, so that the reset stops short of its end.
    const held = await holding('SELECT FROM "StaffSession" WHERE "userId" = $1 FOR UPDATE', [
      user.id,
    ]);
    const reset = resetPassword({ token, newPassword }, NOW);
    await held.until(1);
    const signedIn = signIn(user.email, old);
    await Promise.race([signedIn, held.until(2)]);
    await held.letGo();
    await reset;
    expect(await signedIn).toBeNull();
    expect(await findStaffSession(first, NOW)).toBeNull();
    expect(await listSessions(user.id, new Date())).toEqual([]);
    expect(await signIn(user.email, newPassword)).toMatchObject({ id: user.id });
  });

  test('kills the others that were asked for', async () => {
    const { user } = await someone();
    const first = await askedReset(user.email);
    const second = await askedReset(user.email);
    await resetPassword({ token: second, newPassword }, NOW);
    expect(await findPasswordReset(first, NOW)).toBeNull();
  });

  test('is no token of another kind and no made-up one', async () => {
    const { user } = await someone();
    await askedReset(user.email);
    const { id } = await unscopedDb().passwordReset.findFirstOrThrow({
      where: { userId: user.id },
    });
    for (const token of [
      '',
      signId('invitation', id),
      signId('link', id),
      signId('reset', newId()),
    ]) {
      await expect(resetPassword({ token, newPassword }, NOW)).rejects.toMatchObject({
        key: 'auth.reset.dead',
      });
    }
  });

  test('is answered alike for unknown addresses, in the same time, and mailed three times an hour at most', async () => {
    const { user } = await someone();
    const time = async (email: string) => {
      const start = performance.now();
      expect(await requestPasswordReset(email, NOW)).toBeUndefined();
      return performance.now() - start;
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let n = 0; n < 5; n++) {
      known.push(await time((await someone()).user.email));
      unknown.push(await time(`nobody${n}@example.com`));
    }
    // The quickest of each: whatever else the machine does only adds.
    expect(Math.abs(Math.min(...known) - Math.min(...unknown))).toBeLessThan(30);
    for (let n = 0; n < 5; n++) await time(user.email);
    expect(await unscopedDb().passwordReset.count({ where: { userId: user.id } })).toBe(3);
  });
});

describe('A sign-in', () => {
  test('that is ended is over with the next request, and only one’s own can be ended', async () => {
    const mine = await someone();
    const other = await someone();
    const token = await startStaffSession(mine.user.id, from, NOW);
    const [session] = await listSessions(mine.user.id, NOW);
    if (!session) throw new Error('no session');
    expect(await endStaffSessions(other.user.id, { id: session.id }, NOW)).toBe(0);
    expect(await findStaffSession(token, NOW)).not.toBeNull();
    expect(await endStaffSessions(mine.user.id, { id: session.id }, NOW)).toBe(1);
    expect(await findStaffSession(token, NOW)).toBeNull();
    expect(await listSessions(mine.user.id, NOW)).toEqual([]);
  });

  test('is over after thirty days, however often it is used', async () => {
    const { user } = await someone();
    const token = await startStaffSession(user.id, from, NOW);
    const later = (ms: number) => new Date(NOW.getTime() + 30 * 86_400_000 + ms);
    expect(await findStaffSession(token, later(-1))).not.toBeNull();
    expect(await findStaffSession(token, later(0))).toBeNull();
    expect(await listSessions(user.id, later(0))).toEqual([]);
  });

  test('elsewhere ends when the password changes; the one that changed it goes on', async () => {
    const { user } = await someone();
    const here = await startStaffSession(user.id, from, NOW);
    const there = await startStaffSession(user.id, from, NOW);
    const session = await findStaffSession(here, NOW);
    const person = { userId: user.id, sessionId: session?.id ?? '' };
    await expect(
      changePassword(person, { currentPassword: 'wrong', newPassword }, NOW),
    ).rejects.toMatchObject({ key: 'auth.password.wrong', field: 'currentPassword' });
    await changePassword(person, { currentPassword: 'harbour lane forty two', newPassword }, NOW);
    expect(await findStaffSession(here, NOW)).not.toBeNull();
    expect(await findStaffSession(there, NOW)).toBeNull();
    const { passwordHash } = await unscopedDb().user.findUniqueOrThrow({ where: { id: user.id } });
    expect(await verifyPassword(newPassword, passwordHash)).toBe(true);
  });

  test('does not let the current password be guessed at leisure', async () => {
    const { user } = await someone();
    const person = { userId: user.id, sessionId: newId() };
    const guess = () => changePassword(person, { currentPassword: 'guess', newPassword }, NOW);
    for (let n = 0; n < 10; n++)
      await expect(guess()).rejects.toMatchObject({ key: 'auth.password.wrong' });
    await expect(guess()).rejects.toMatchObject({ key: 'errors.tooMany' });
  });
});

test('A stale profile is a conflict and keeps the newer one', async () => {
  const { user } = await someone();
  const profile = { name: 'New Name', locale: 'zh', theme: 'DARK' } as const;
  await updateProfile(user.id, { ...profile, version: 1 });
  await expect(
    updateProfile(user.id, { ...profile, name: 'Old', version: 1 }),
  ).rejects.toMatchObject({
    name: 'Stale',
    theirs: { name: 'New Name' },
    version: 2,
  });
});
