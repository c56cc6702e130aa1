import type { PortalContext } from '@/lib/auth/context';

/** Whether this business takes payments on the spot. Without it a client sees bank details and no button. */
export async function takesCards(ctx: PortalContext): Promise<boolean> {
  const connection = await ctx.db.stripeConnection.findUnique({
    where: { businessId: ctx.business.id },
    select: { businessId: true },
  });
  return connection !== null;
}
