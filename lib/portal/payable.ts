import type { PortalContext } from '@/lib/auth/context';
import { TITLE, titleOf } from '@/lib/documents/title';
import { toDbDate } from '@/lib/time/calendar-date';
import { payable } from './where';

/** What a client asks to pay: ticked invoices, or all (or all overdue ones) in a currency. */
export type Choice = { ids: string[] } | { what: 'all' | 'overdue'; currency: string };

/** More than one person pays at once; a longer choice is cut to the oldest. */
export const MOST_AT_ONCE = 200;

/** An invoice that can be paid now; amount in minor units. */
export type PayableInvoice = {
  id: string;
  number: string;
  title: string;
  currency: string;
  dueOn: Date | null;
  amount: bigint;
};

/** Of what was chosen, what can be paid now, the oldest first. What is paid, void, on its way or somebody else's is left out. */
export async function readPayable(ctx: PortalContext, choice: Choice): Promise<PayableInvoice[]> {
  const chosen =
    'ids' in choice
      ? { id: { in: choice.ids.slice(0, 2 * MOST_AT_ONCE) } }
      : {
          currency: choice.currency,
          ...(choice.what === 'overdue' ? { dueOn: { lt: toDbDate(ctx.today()) } } : {}),
        };
  const found = await ctx.db.document.findMany({
    where: { AND: [payable(ctx), chosen] },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: MOST_AT_ONCE,
    select: {
      id: true,
      number: true,
      currency: true,
      dueOn: true,
      openAmount: true,
      ...TITLE,
    },
  });
  return found.map((document) => ({
    id: document.id,
    number: document.number ?? '',
    title: titleOf(document),
    currency: document.currency,
    dueOn: document.dueOn,
    amount: document.openAmount,
  }));
}
