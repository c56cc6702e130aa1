import { afterAll, expect, test } from 'vitest';
import { Missing } from '@/lib/actions/refused';
import { createAnotherBusiness } from '@/lib/businesses/create-business';
import { unscopedDb } from '@/lib/db/client';
import { forgetEnv } from '@/lib/env/env';
import { owner } from '../members/world';

const signUp = (value: '0' | '1') => {
  process.env.SIGN_UP = value;
  forgetEnv();
};

afterAll(() => signUp('1'));

test('Somebody of the team opens no further business where the instance takes none', async () => {
  const { user, now } = await owner();
  const input = {
    businessName: 'Larkfield',
    country: 'GB',
    locale: 'en' as const,
    currency: 'GBP',
    timeZone: 'Europe/London',
  };
  const mine = () => unscopedDb().membership.count({ where: { userId: user.id } });
  signUp('0');
  await expect(createAnotherBusiness(user, input, now())).rejects.toBeInstanceOf(Missing);
  expect(await mine()).toBe(1);
  signUp('1');
  await createAnotherBusiness(user, input, now());
  expect(await mine()).toBe(2);
});
