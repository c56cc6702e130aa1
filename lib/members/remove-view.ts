import type { StaffContext } from '@/lib/auth/context';

/** Takes one of the person's own views out of the tabs. Another's, or one that is gone, changes nothing. */
export async function removeView(ctx: StaffContext, input: { id: string }): Promise<void> {
  await ctx.transact(async (tx) => {
    await tx.savedView.deleteMany({ where: { id: input.id, userId: ctx.user.id } });
  });
}
