import type { AnyContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';
import { enqueue } from '@/lib/jobs/enqueue';

/**
 * Has Stripe close every open payment page that asks for one of these documents, because what they ask is no longer right.
 * The checkout stays open in the books until Stripe confirms: money that comes first is still recorded, as credit.
 */
export async function expireCheckoutsFor(
  tx: ScopedTx,
  ctx: Pick<AnyContext, 'business'>,
  documentIds: string[],
  options: { except?: string | null } = {},
): Promise<void> {
  const open = await tx.checkout.findMany({
    where: {
      state: 'OPEN',
      items: { some: { documentId: { in: documentIds } } },
      ...(options.except ? { id: { not: options.except } } : {}),
    },
    select: { id: true },
  });
  for (const { id } of open) {
    await enqueue(tx, 'expire-checkout', { businessId: ctx.business.id, checkoutId: id });
  }
}
