import type { z } from 'zod';
import { Missing } from '@/lib/actions/refused';
import { hashPassword } from '@/lib/auth/password';
import { peopleTransact } from '@/lib/auth/people-db';
import { foundBusiness } from './found-business';
import type { firstSignUpInput } from './schema';

/**
 * The first person of an instance and their business, without a mail: nothing to send one with is set up yet. Missing
 * (as if the page did not exist) once somebody is there.
 */
export async function firstSignUp(
  input: z.output<typeof firstSignUpInput>,
  now: Date,
): Promise<{ slug: string; email: string }> {
  const { personName: name, email, newPassword, ...business } = input;
  const passwordHash = await hashPassword(newPassword);
  return peopleTransact(
    async (tx) => {
      if (await tx.user.findFirst({ select: { id: true } })) throw new Missing();
      return foundBusiness(tx, { name, email, passwordHash }, business, now);
    },
    { serializable: true },
  );
}
