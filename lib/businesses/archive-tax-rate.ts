import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { rememberTaxRate } from './remember-tax-rate';

/** Takes a rate out of the lists to choose from, or brings it back. Never the default. */
export async function archiveTaxRate(
  ctx: StaffContext,
  input: { id: string; archived: boolean },
): Promise<void> {
  await ctx.transact(async (tx) => {
    await tx.lock('Business', ctx.business.id);
    const rate = await tx.taxRate.findUnique({ where: ctx.key(input.id) });
    if (!rate) throw new Missing();
    if ((rate.archivedAt !== null) === input.archived) return;
    if (input.archived && rate.isDefault) throw new Refused('settings.taxes.errors.archiveDefault');
    await tx.taxRate.update({
      where: ctx.key(input.id),
      data: { archivedAt: input.archived ? ctx.now() : null, version: { increment: 1 } },
    });
    rememberTaxRate(tx, ctx, rate.name, { archived: input.archived });
  });
}
