import type { z } from 'zod';
import { currentStaffSession } from '@/lib/auth/staff-session';
import { type T, translator } from '@/lib/i18n/translate';
import { readerPreferences } from '@/lib/pages/reader';
import { answer } from './answer';
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
  return async (...args: unknown[]): Promise<ActionResult<R>> => {
    const { locale } = await readerPreferences();
    let session: Awaited<ReturnType<typeof currentStaffSession>> = null;
    let failure: unknown;
    try {
      session = await currentStaffSession();
    } catch (error) {
      failure = error;
    }
    if (!session && !failure) return { ok: false, signedOut: true };
    const t = translator(session?.user.locale ?? locale);
    return answer(t, action.input, args.at(-1), async (input) => {
      if (!session) throw failure;
      return action.run({ user: session.user, sessionId: session.id, t, now: new Date() }, input);
    });
  };
}
