import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { findPortalSession } from '@/lib/auth/portal-session';
import { withinLimit } from '@/lib/auth/rate-limit';
import { findStaffSession, startStaffSession } from '@/lib/auth/staff-session';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { email as emailField } from '@/lib/forms/fields';
import { firstSignUp } from '@/lib/members/first-sign-up';
import { NOW, signIn } from '../members/world';

const password = 'seven quiet herons';
const email = 'robin@tide.example';
let token: string;
let hidden: string | null = null;

beforeAll(async () => {
  await firstSignUp(
    {
      businessName: 'Tide',
      country: 'GB',
      locale: 'en',
      currency: 'GBP',
      timeZone: 'Europe/London',
      personName: 'Robin Vale',
      email: emailField.parse(email),
      newPassword: password,
    },
    NOW,
  );
  const user = await unscopedDb().user.findUniqueOrThrow({ where: { email } });
  token = await startStaffSession(user.id, { userAgent: '', address: '' }, NOW);
});

/** Takes away what a check asks, as a half migrated or damaged database would. */
async function without(table: string): Promise<void> {
  await unscopedDb().$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "${table}_gone"`);
  hidden = table;
}

afterEach(async () => {
  vi.restoreAllMocks();
  if (!hidden) return;
  await unscopedDb().$executeRawUnsafe(`ALTER TABLE "${hidden}_gone" RENAME TO "${hidden}"`);
  hidden = null;
});

it('Nobody signs in, not even with the right password, while attempts cannot be counted', async () => {
  expect(await signIn(email, password)).toMatchObject({ id: expect.any(String) });
  await without('RateLimit');
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await expect(signIn(email, password)).rejects.toThrow();
  await expect(withinLimit('x', 'y', { most: 10, seconds: 60 }, NOW)).rejects.toThrow();
});

it('A session that cannot be looked up is no session', async () => {
  expect((await findStaffSession(token, NOW))?.user.email).toBe(email);
  await without('StaffSession');
  await expect(findStaffSession(token, NOW)).rejects.toThrow();
});

it('A portal session that cannot be looked up opens nothing', async () => {
  await without('PortalSession');
  await expect(findPortalSession(newId(), 'x', NOW)).rejects.toThrow();
});
