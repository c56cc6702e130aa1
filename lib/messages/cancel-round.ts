import type { StaffContext } from '@/lib/auth/context';
import { cancelWithin } from './cancel-message';
import { roundPrefix } from './hold-round';

/** Takes back every mail of a round of sending that has not left yet, all of them or none. Returns how many. */
export function cancelRound(ctx: StaffContext, formId: string): Promise<number> {
  const effectKey = { startsWith: roundPrefix(formId) };
  return ctx.transact((tx) => cancelWithin(tx, ctx, { effectKey }));
}
