import { z } from 'zod';
import { Missing, Stale } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { TaxCategory } from '@/lib/db/generated/enums';
import { lastDeedBy } from '@/lib/events/last-deed-by';
import { line, requiredLine } from '@/lib/forms/fields';
import { canonicalPercent } from '@/lib/money/parse-decimal';
import { rememberTaxRate } from './remember-tax-rate';

/** What a tax-rate form sends. `version` is empty for a new rate, whose `id` the form brought along. */
export const taxRateInput = z
  .strictObject({
    id: z.uuid(),
    version: z.string().regex(/^\d{0,9}$/),
    name: requiredLine(60),
    rate: z.string().max(40),
    category: z.enum(TaxCategory),
    exemptionReason: line(200),
  })
  .transform(({ rate: typed, ...input }, ctx) => {
    const rate =
      typed.trim() === '' && input.category !== 'STANDARD' ? '0' : canonicalPercent(typed);
    const problem = rateProblem(rate, input.category);
    if (problem) ctx.addIssue({ code: 'custom', path: ['rate'], message: problem });
    if (input.category === 'EXEMPT' && !input.exemptionReason) {
      ctx.addIssue({
        code: 'custom',
        path: ['exemptionReason'],
        message: 'settings.taxes.errors.reasonNeeded',
      });
    }
    return { ...input, rate: rate ?? '0' };
  });

/** EN 16931, BR-S-05 … BR-O-05: the standard category has a rate above nothing, all others 0. */
function rateProblem(rate: string | null, category: TaxCategory): string | null {
  if (rate === null || !/^\d{1,3}(\.\d{1,4})?$/.test(rate)) return 'settings.taxes.errors.rate';
  const zero = /^0+(\.0+)?$/.test(rate);
  if (Number(rate) > 100) return 'settings.taxes.errors.rate';
  if (category === 'STANDARD' && zero) return 'settings.taxes.errors.standardZero';
  if (category !== 'STANDARD' && !zero) return 'settings.taxes.errors.otherNotZero';
  return null;
}

/** Adds a tax rate, or changes one. Documents keep the rate they were written with. The first rate is the default. */
export async function saveTaxRate(
  ctx: StaffContext,
  input: z.output<typeof taxRateInput>,
): Promise<void> {
  const { id, version, ...fields } = input;
  await ctx.transact(async (tx) => {
    await tx.lock('Business', ctx.business.id);
    const before = await tx.taxRate.findUnique({ where: ctx.key(id) });
    if (version === '') {
      if (before) return;
      const [last, anyDefault] = await Promise.all([
        tx.taxRate.findFirst({ orderBy: { position: 'desc' }, select: { position: true } }),
        tx.taxRate.findFirst({
          where: { isDefault: true, archivedAt: null },
          select: { id: true },
        }),
      ]);
      await tx.taxRate.create({
        data: {
          ...fields,
          id,
          businessId: ctx.business.id,
          position: (last?.position ?? 0) + 1,
          isDefault: anyDefault === null,
        },
      });
      rememberTaxRate(tx, ctx, fields.name, { added: `${fields.rate}%` });
      return;
    }
    if (!before) throw new Missing();
    if (before.version !== Number(version)) {
      const theirs = {
        name: before.name,
        rate: before.rate.toString(),
        category: before.category,
        exemptionReason: before.exemptionReason,
      };
      const about = { taxRate: before.name };
      const by = await lastDeedBy(tx, ctx, { kinds: ['business.updated'], about });
      throw new Stale(theirs, by, before.version);
    }
    await tx.taxRate.update({
      where: ctx.key(id),
      data: { ...fields, version: { increment: 1 } },
      select: { id: true },
    });
    rememberTaxRate(tx, ctx, fields.name, { rate: [before.rate.toString(), fields.rate] });
  });
}
