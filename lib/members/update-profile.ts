import type { z } from 'zod';
import { Stale } from '@/lib/actions/refused';
import { peopleTransact } from '@/lib/auth/people-db';
import type { profileInput } from './schema';

/** Changes a person's own name, language and theme. */
export async function updateProfile(
  userId: string,
  input: z.output<typeof profileInput>,
): Promise<void> {
  const { version, ...fields } = input;
  await peopleTransact(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, version },
      data: { ...fields, version: { increment: 1 } },
    });
    if (count === 1) return;
    const now = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { name: true, locale: true, theme: true, version: true },
    });
    const { version: newest, ...theirs } = now;
    throw new Stale(theirs, now.name, newest);
  });
}
