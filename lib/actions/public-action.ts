import { headers } from 'next/headers';
import type { z } from 'zod';
import { withinLimit } from '@/lib/auth/rate-limit';
import { clientAddress } from '@/lib/http/client-address';
import { rateLimitKey } from '@/lib/http/rate-limit-key';
import type { Locale } from '@/lib/i18n/locale';
import { type T, translator } from '@/lib/i18n/translate';
import { readerPreferences } from '@/lib/pages/reader';
import { answer } from './answer';
import { Refused } from './refused';
import type { ActionResult } from './result';

/** What an action that anyone may call knows of its caller. */
export type PublicCaller = { locale: Locale; t: T; address: string; userAgent: string; now: Date };

/** The only way to write an action that needs no session. `limit` counts calls per network address. */
export function publicAction<S extends z.ZodType, R>(action: {
  name: string;
  limit: { most: number; seconds: number };
  input: S;
  run: (caller: PublicCaller, input: z.output<S>) => Promise<R>;
}) {
  return async (...args: unknown[]): Promise<ActionResult<R>> => {
    const { locale } = await readerPreferences();
    const head = await headers();
    const t = translator(locale);
    const caller: PublicCaller = {
      locale,
      t,
      address: clientAddress(head),
      userAgent: head.get('user-agent') ?? '',
      now: new Date(),
    };
    return answer(t, action.input, args.at(-1), async (input) => {
      if (
        !(await withinLimit(action.name, rateLimitKey(caller.address), action.limit, caller.now))
      ) {
        throw new Refused('errors.tooMany');
      }
      return action.run(caller, input);
    });
  };
}
