import type { z } from 'zod';
import { Missing, Refused } from '@/lib/actions/refused';
import { hashPassword } from '@/lib/auth/password';
import { peopleDb, peopleTransact } from '@/lib/auth/people-db';
import { readSignedId } from '@/lib/auth/secrets';
import { env } from '@/lib/env/env';
import { foundBusiness } from './found-business';
import type { signUpInput } from './schema';

/** Whose sign-up this token goes on with, or null for one that is used, expired, forged or none. Reading changes nothing. */
export async function findSignUp(
  token: string,
  now: Date,
): Promise<{ email: string; hasAccount: boolean } | null> {
  const id = readSignedId('sign-up', token);
  if (!id) return null;
  const request = await peopleDb().signUpRequest.findUnique({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    select: { email: true },
  });
  if (!request) return null;
  const { email } = request;
  const known = await peopleDb().user.findUnique({ where: { email }, select: { id: true } });
  return { email, hasAccount: known !== null };
}

/**
 * A person signs up with their first business, by the token that was mailed to their address, once. Refuses a dead token
 * and an address that has got an account meanwhile; Missing where the instance takes no strangers (any more).
 */
export async function signUp(
  input: z.output<typeof signUpInput>,
  now: Date,
): Promise<{ slug: string; email: string }> {
  const { token, personName: name, newPassword, ...business } = input;
  if (!env().signUp) throw new Missing();
  const dead = () => new Refused('auth.reset.dead');
  const id = readSignedId('sign-up', token);
  if (!id) throw dead();
  const passwordHash = await hashPassword(newPassword);
  return peopleTransact(async (tx) => {
    const taken = await tx.signUpRequest.updateManyAndReturn({
      where: { id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
      select: { email: true },
    });
    const email = taken[0]?.email;
    if (!email) throw dead();
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) {
      throw new Refused('auth.signUp.haveAccount', { email });
    }
    return foundBusiness(tx, { name, email, passwordHash }, business, now);
  });
}
