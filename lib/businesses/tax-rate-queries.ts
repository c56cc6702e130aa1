import type { StaffContext } from '@/lib/auth/context';
import type { TaxCategory } from '@/lib/db/generated/enums';

export type TaxRateRow = {
  id: string;
  version: number;
  name: string;
  /** Percent as decimal text. */
  rate: string;
  category: TaxCategory;
  exemptionReason: string;
  isDefault: boolean;
  archived: boolean;
};

/** All tax rates of the business in their order, archived ones too. */
export async function listTaxRates(ctx: StaffContext): Promise<TaxRateRow[]> {
  const rows = await ctx.db.taxRate.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    omit: { businessId: true, position: true },
  });
  return rows.map(({ archivedAt, rate, ...row }) => ({
    ...row,
    rate: rate.toString(),
    archived: archivedAt !== null,
  }));
}
