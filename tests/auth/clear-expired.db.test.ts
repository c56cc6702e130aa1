import { expect, test } from 'vitest';
import { clearExpired } from '@/lib/auth/clear-expired';
import { withinLimit } from '@/lib/auth/rate-limit';
import { startStaffSession } from '@/lib/auth/staff-session';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { requestPasswordReset } from '@/lib/members/request-password-reset';
import { NOW, owner, signUpToken } from '../members/world';

const DAY = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);

test('What has run out is cleared away, and what still counts is kept', async () => {
  const { user } = await owner();
  const from = { userAgent: '', address: '192.0.2.1' };
  await startStaffSession(user.id, from, NOW);
  await requestPasswordReset(user.email, NOW);
  await signUpToken('late@comer.example');
  await withinLimit(`test-${newId()}`, 'somebody', { most: 1, seconds: 86_400 }, NOW);
  const db = unscopedDb();
  const counts = async () => [
    await db.rateLimit.count(),
    await db.signUpRequest.count({ where: { email: 'late@comer.example' } }),
    await db.passwordReset.count({ where: { userId: user.id } }),
    await db.staffSession.count({ where: { userId: user.id } }),
  ];
  const before = await counts();
  await clearExpired(new Date(NOW.getTime() + 3_600_000));
  expect(await counts()).toEqual(before);
  await clearExpired(later(2));
  expect(await counts()).toEqual([0, 0, 1, 1]);
  await clearExpired(later(32));
  expect(await counts()).toEqual([0, 0, 0, 1]);
  await clearExpired(later(365));
  expect((await counts())[3]).toBe(0);
});
