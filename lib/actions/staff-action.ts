import type { z } from 'zod';
import type { StaffContext } from '@/lib/auth/context';
import { findStaffContextFor } from '@/lib/auth/membership';
import type { Permission } from '@/lib/permissions/permissions';
import { guarded } from './guarded';
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
    const find = () => findStaffContextFor(String(business), action.may);
    return guarded(find, action.input, rest.at(-1), action.run);
  };
}
