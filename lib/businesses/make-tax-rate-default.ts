import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { rememberTaxRate } from './remember-tax-rate';

/** Makes a rate the one that new lines begin with. */
export async function makeTaxRateDefault(ctx: StaffContext, input: { id: string }): Promise<void> {
  await ctx.transact(async (tx) => {
    await tx.lock('Business', ctx.business.id);
    const rate = await tx.taxRate.findUnique({ where: ctx.key(input.id) });
    if (!rate) throw new Missing();
    if (rate.archivedAt) throw new Refused('settings.taxes.errors.archived');
    if (rate.isDefault) return;
    await tx.taxRate.updateMany({ where: { isDefault: true }, data: { isDefault: false } });
    await tx.taxRate.update({ where: ctx.key(input.id), data: { isDefault: true } });
    rememberTaxRate(tx, ctx, rate.name, { default: true });
  });
}
