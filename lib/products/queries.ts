import type { StaffContext } from '@/lib/auth/context';
import type { Prisma } from '@/lib/db/generated/client';
import type { Sort } from '@/lib/lists/keyset';
import { type RecordPage, recordPage } from '@/lib/lists/record-list';
import { queryGrams } from '@/lib/search/grams';

type Ctx = Pick<StaffContext, 'db' | 'key'>;

const COLUMNS = {
  id: true,
  version: true,
  name: true,
  details: true,
  unit: true,
  unitPrice: true,
  currency: true,
  taxRateId: true,
  archivedAt: true,
  taxRate: { select: { name: true, rate: true, category: true } },
} as const satisfies Prisma.ProductSelect;

/** A product for list, form and editor. `unitPrice` is decimal text without trailing zeros. */
export type ProductRow = {
  id: string;
  version: number;
  name: string;
  details: string;
  unit: string;
  unitPrice: string;
  currency: string;
  taxRateId: string | null;
  taxRate: { name: string; rate: string; category: string } | null;
  archived: boolean;
};

const BY_NAME: Sort = { field: 'name', direction: 'asc', type: 'text' };

/** One page of the catalogue in the order of names. */
export async function productListPage(
  ctx: Ctx,
  options: { q: string; archived: boolean; cursor?: string | undefined; size?: number },
): Promise<RecordPage<ProductRow>> {
  const grams = queryGrams(options.q);
  const page = await recordPage(
    {
      findMany: (args) => ctx.db.product.findMany({ ...args, select: COLUMNS }),
      count: (args) => ctx.db.product.count(args),
    },
    {
      where: {
        archivedAt: options.archived ? { not: null } : null,
        ...(grams.length > 0 ? { grams: { hasEvery: grams } } : {}),
      } satisfies Prisma.ProductWhereInput as Prisma.ProductWhereInput,
      sort: BY_NAME,
      cursor: options.cursor,
      ...(options.size ? { size: options.size } : {}),
    },
  );
  return { ...page, rows: page.rows.map(toRow) };
}

/** A product for its form, or null when there is none. */
export async function productForEdit(ctx: Ctx, id: string): Promise<ProductRow | null> {
  const found = await ctx.db.product.findUnique({ where: ctx.key(id), select: COLUMNS });
  return found && toRow(found);
}

/** What to offer while a line is typed: products of the currency that match, those in the business's order of names. */
export async function suggestProducts(
  ctx: Ctx,
  q: string,
  currency: string,
): Promise<ProductRow[]> {
  const grams = queryGrams(q);
  const found = await ctx.db.product.findMany({
    where: {
      archivedAt: null,
      currency,
      ...(grams.length > 0 ? { grams: { hasEvery: grams } } : {}),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 8,
    select: COLUMNS,
  });
  return found.map(toRow);
}

type Stored = Prisma.ProductGetPayload<{ select: typeof COLUMNS }>;

function toRow({ archivedAt, unitPrice, taxRate, ...row }: Stored): ProductRow {
  return {
    ...row,
    unitPrice: unitPrice.toFixed(),
    taxRate: taxRate ? { ...taxRate, rate: taxRate.rate.toFixed() } : null,
    archived: archivedAt !== null,
  };
}
