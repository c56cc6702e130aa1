import type { StaffContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';
import { recordEvent } from '@/lib/events/record-event';

/** The event of a change to one of the business's tax rates, named so that the books can be read later. */
export function rememberTaxRate(
  tx: ScopedTx,
  ctx: StaffContext,
  taxRate: string,
  change: Record<string, unknown>,
): void {
  recordEvent(tx, ctx, { kind: 'business.updated', data: { taxRate, ...change } });
}
