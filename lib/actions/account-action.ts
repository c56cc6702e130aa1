import type { z } from 'zod';
import { currentStaffSession } from '@/lib/auth/staff-session';
import { type T, translator } from '@/lib/i18n/translate';
import { guarded } from './guarded';
import type { ActionResult } from './result';

/** A signed-in person, acting on what is their own and no business's: profile, password, sessions, invitations. */
export type Person = {
  user: NonNullable<Awaited<ReturnType<typeof currentStaffSession>>>['user'];
  sessionId: string;
  t: T;
  now: Date;
};

/** The only way to write an action on a person's own account. */
export function accountAction<S extends z.ZodType, R>(action: {
  input: S;
  run: (person: Person, input: z.output<S>) => Promise<R>;
}) {
  return async (...args: unknown[]): Promise<ActionResult<R>> =>
    guarded(findPerson, action.input, args.at(-1), action.run);
}

async function findPerson(): Promise<Person | null> {
  const session = await currentStaffSession();
  if (!session) return null;
  const { user, id: sessionId } = session;
  return { user, sessionId, t: translator(user.locale), now: new Date() };
}
