import type { z } from 'zod';
import type { StaffContext } from '@/lib/auth/context';
import { findStaffContextFor } from '@/lib/auth/membership';
import { translator } from '@/lib/i18n/translate';
import { readerPreferences } from '@/lib/pages/reader';
import type { Permission } from '@/lib/permissions/permissions';
import { answer } from './answer';
import { Missing } from './refused';
import type { ActionResult } from './result';

/**
 * The only way to write a staff action. The first argument is the business's slug, the last the form (or JSON);
 * so it serves `useActionState`, a plain form and a call alike. Permission and schema cannot be left out.
 */
export function staffAction<S extends z.ZodType, R>(action: {
  may: Permission;
  input: S;
  run: (ctx: StaffContext, input: z.output<S>) => Promise<R>;
}) {
  return async (business: string, ...rest: unknown[]): Promise<ActionResult<R>> => {
    const locale = (await readerPreferences()).locale;
    let ctx: StaffContext | null | undefined;
    let failure: unknown;
    try {
      ctx = await findStaffContextFor(String(business), action.may);
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
