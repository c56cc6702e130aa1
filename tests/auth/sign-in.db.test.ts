import { expect, test, vi } from 'vitest';
import { TOO_MANY } from '@/lib/auth/auth-options';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { email as emailField } from '@/lib/forms/fields';
import { firstSignUp } from '@/lib/members/first-sign-up';
import { NOW, signIn as signInWith } from '../members/world';

const password = 'seven quiet herons';

const signIn = (email: string, typed = password) => signInWith(email, typed);

test('Whoever signed up with an address signs in with it, however it was copied', async () => {
  await firstSignUp(
    {
      businessName: 'Müller',
      country: 'DE',
      locale: 'en',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      personName: 'Anna Müller',
      email: emailField.parse('anna@müller.example'),
      newPassword: password,
    },
    NOW,
  );
  const spellings = [
    'anna@müller.example',
    'anna@xn--mller-kva.example',
    ' Anna@Müller.EXAMPLE ',
    `${String.fromCodePoint(0x200f)}anna@müller.example`,
  ];
  for (const email of spellings)
    expect(await signIn(email)).toMatchObject({ id: expect.any(String) });
  expect(await signIn('anna@müller.example', 'seven loud herons')).toBeNull();
  expect(await signIn('no address at all')).toBeNull();
});

test('An account that is guessed at too often is refused, however it is spelt, and no other one', async () => {
  const email = `${newId()}@nobody.example`;
  for (let n = 0; n < 10; n++) expect(await signIn(email, 'a guess')).toBeNull();
  await expect(signIn(email)).rejects.toThrow(TOO_MANY);
  await expect(signIn(` ${email.toUpperCase()}`)).rejects.toThrow(TOO_MANY);
  expect(await signIn(`${newId()}@nobody.example`)).toBeNull();
});

test('A network that tries too often is refused before anything is counted for an account', async () => {
  // Attempts are counted by quarters of an hour, and one may begin just now.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  const email = `${newId()}@nobody.example`;
  const counted = () =>
    unscopedDb().rateLimit.count({ where: { key: { startsWith: 'sign-in-account' } } });
  await signIn(email);
  await unscopedDb().rateLimit.updateMany({
    where: { key: { startsWith: 'sign-in-address' } },
    data: { count: 60 },
  });
  const before = await counted();
  await expect(signIn(`${newId()}@nobody.example`)).rejects.toThrow(TOO_MANY);
  expect(await counted()).toBe(before);
  vi.useRealTimers();
});
