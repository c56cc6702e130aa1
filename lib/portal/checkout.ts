import { Missing } from '@/lib/actions/refused';
import type { PortalContext } from '@/lib/auth/context';
import type { CheckoutState } from '@/lib/db/generated/client';

/** What a client's payment at Stripe was for and what became of it; amount in minor units. */
export type PortalCheckout = {
  state: CheckoutState;
  currency: string;
  amount: bigint;
  createdAt: Date;
  paymentId: string | null;
  invoices: { id: string; number: string }[];
};

/** One checkout of this client, as stored. Missing for anybody else's. */
export async function readCheckout(ctx: PortalContext, id: string): Promise<PortalCheckout> {
  const checkout = await ctx.db.checkout.findFirst({
    where: { id, partyId: ctx.party.id },
    select: {
      state: true,
      currency: true,
      amount: true,
      createdAt: true,
      payments: { take: 1, select: { id: true } },
      items: { select: { document: { select: { id: true, number: true } } } },
    },
  });
  if (!checkout) throw new Missing();
  const { payments, items, ...rest } = checkout;
  return {
    ...rest,
    paymentId: payments[0]?.id ?? null,
    invoices: items.map(({ document }) => ({ id: document.id, number: document.number ?? '' })),
  };
}
