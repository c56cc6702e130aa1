import type { z } from 'zod';
import { Missing, Refused } from '@/lib/actions/refused';
import { hashPassword } from '@/lib/auth/password';
import { peopleTransact } from '@/lib/auth/people-db';
import { createBusiness } from '@/lib/businesses/create-business';
import { newBusinessFields } from '@/lib/businesses/schema';
import { newId } from '@/lib/db/new-id';
import { env } from '@/lib/env/env';
import { emailField, newPassword, personName } from './schema';

export const signUpInput = newBusinessFields.extend({
  personName,
  email: emailField,
  newPassword,
});

/**
 * A person signs up with their first business. Missing (as if the page did not exist) once somebody is there and
 * the instance takes no strangers. Returns the business's slug.
 */
export async function signUp(
  input: z.output<typeof signUpInput>,
  now: Date,
): Promise<{ slug: string; email: string }> {
  const { personName: name, email, newPassword: password, ...business } = input;
  const passwordHash = await hashPassword(password);
  return peopleTransact(
    async (tx) => {
      const someone = await tx.user.findFirst({ select: { id: true } });
      if (someone && !env().signUp) throw new Missing();
      const taken = await tx.user.findUnique({ where: { email }, select: { id: true } });
      if (taken) throw new Refused('auth.signUp.haveAccount', {}, 'email');
      const id = newId(now.getTime());
      const { locale } = business;
      await tx.user.create({ data: { id, email, name, passwordHash, locale, createdAt: now } });
      const { slug } = await createBusiness(tx, { id, name }, business, now);
      return { slug, email };
    },
    { serializable: true },
  );
}
