import type { z } from 'zod';
import type { PortalContext } from '@/lib/auth/context';
import { findPortalContext } from '@/lib/auth/portal-session';
import { guarded } from './guarded';
import type { ActionResult } from './result';

/** The only way to write a portal action: as `staffAction`, for a client's session at the business with this slug. */
export function portalAction<S extends z.ZodType, R>(action: {
  input: S;
  run: (ctx: PortalContext, input: z.output<S>) => Promise<R>;
}) {
  return async (business: string, ...rest: unknown[]): Promise<ActionResult<R>> => {
    return guarded(
      () => findPortalContext(String(business)),
      action.input,
      rest.at(-1),
      action.run,
    );
  };
}
