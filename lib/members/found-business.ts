import type { z } from 'zod';
import type { PeopleTx } from '@/lib/auth/people-db';
import { createBusiness } from '@/lib/businesses/create-business';
import type { newBusinessFields } from '@/lib/businesses/schema';
import { newId } from '@/lib/db/new-id';

/** Writes a new person who owns a new business, in the caller's transaction. Returns the slug and the address to sign in with. */
export async function foundBusiness(
  tx: PeopleTx,
  person: { name: string; email: string; passwordHash: string },
  business: z.output<typeof newBusinessFields>,
  now: Date,
): Promise<{ slug: string; email: string }> {
  const id = newId(now.getTime());
  const { locale } = business;
  await tx.user.create({ data: { ...person, id, locale, createdAt: now } });
  const { slug } = await createBusiness(tx, { id, name: person.name }, business, now);
  return { slug, email: person.email };
}
