import type { z } from 'zod';
import type { PortalContext } from '@/lib/auth/context';
import { findPortalContext } from '@/lib/auth/portal-session';
import { translator } from '@/lib/i18n/translate';
import { readerPreferences } from '@/lib/pages/reader';
import { answer } from './answer';
import { Missing } from './refused';
import type { ActionResult } from './result';

/** The only way to write a portal action: as `staffAction`, for a client's session at the business with this slug. */
export function portalAction<S extends z.ZodType, R>(action: {
  input: S;
  run: (ctx: PortalContext, input: z.output<S>) => Promise<R>;
}) {
  return async (business: string, ...rest: unknown[]): Promise<ActionResult<R>> => {
    const locale = (await readerPreferences()).locale;
    let ctx: PortalContext | null | undefined;
    let failure: unknown;
    try {
      ctx = await findPortalContext(String(business));
    } catch (error) {
      failure = error;
    }
    if (ctx === null) return { ok: false, signedOut: true };
    return answer(ctx?.t ?? translator(locale), action.input, rest.at(-1), async (input) => {
      if (failure) throw failure;
      if (!ctx) throw new Missing();
      return action.run(ctx, input);
    });
  };
}
