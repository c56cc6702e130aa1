import { Missing } from '@/lib/actions/refused';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
import { recordEvent } from '@/lib/events/record-event';

/** Takes a product out of what is offered, or brings it back. Asked again, it does nothing. */
export async function archiveProduct(
  ctx: StaffContext | SystemContext,
  input: { id: string; archived: boolean },
): Promise<void> {
  await ctx.transact(async (tx) => {
    await tx.lock('Product', input.id);
    const stored = await tx.product.findUnique({ where: ctx.key(input.id) });
    if (!stored) throw new Missing();
    if ((stored.archivedAt !== null) === input.archived) return;
    await tx.product.update({
      where: ctx.key(input.id),
      data: { archivedAt: input.archived ? ctx.now() : null, version: { increment: 1 } },
    });
    recordEvent(tx, ctx, {
      kind: 'product.updated',
      data: { productId: input.id, name: stored.name, archived: [!input.archived, input.archived] },
    });
  });
}
