import { beforeEach, describe, expect, it } from 'vitest';
import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { archiveProduct } from '@/lib/products/archive-product';
import { productForEdit, productListPage, suggestProducts } from '@/lib/products/queries';
import { saveProduct } from '@/lib/products/save-product';
import { productSchema } from '@/lib/products/schema';
import { makeBusiness } from '@/prisma/seed/builders';

let ctx: StaffContext;
let standardRateId: string;

beforeEach(async () => {
  ({ ctx, standardRateId } = await makeBusiness());
});

const typed = (given: Record<string, string> = {}) => ({
  id: newId(),
  version: '0',
  name: 'Site survey',
  details: '',
  unit: 'h',
  unitPrice: '78.00',
  currency: 'GBP',
  taxRateId: '',
  ...given,
});
const keep = (given: Record<string, string> = {}) =>
  saveProduct(ctx, productSchema.parse(typed(given)));
const names = async (q: string, archived = false) =>
  (await productListPage(ctx, { q, archived })).rows.map((row) => row.name);

describe('The catalogue', () => {
  it('keeps a product once, however often its form is sent', async () => {
    const form = productSchema.parse(typed({ taxRateId: standardRateId }));
    await saveProduct(ctx, form);
    await saveProduct(ctx, form);
    expect(await names('')).toEqual(['Site survey']);
    expect(await productForEdit(ctx, form.id)).toMatchObject({
      unitPrice: '78',
      taxRate: { name: 'VAT', rate: '20' },
    });
  });

  it('is found in any script and in the order of names', async () => {
    await keep({ name: 'تركيب لافتة' });
    await keep({ name: '招牌安装' });
    await keep({ name: 'Fascia sign' });
    expect(await names('لافته')).toEqual(['تركيب لافتة']);
    expect(await names('招牌')).toEqual(['招牌安装']);
    expect((await names(''))[0]).toBe('Fascia sign');
  });

  it('offers what is in use and has the currency of the invoice', async () => {
    const { id } = await keep({ name: 'Halo lettering' });
    await keep({ name: 'Halo lettering, euros', currency: 'EUR' });
    const offered = async () => (await suggestProducts(ctx, 'halo', 'GBP')).map((row) => row.id);
    expect(await offered()).toEqual([id]);
    await archiveProduct(ctx, { id, archived: true });
    expect(await offered()).toEqual([]);
    expect(await names('', true)).toEqual(['Halo lettering']);
    await archiveProduct(ctx, { id, archived: false });
    expect(await offered()).toEqual([id]);
  });

  it('stops a save that somebody else’s newer one overtook, and shows theirs', async () => {
    const { id } = await keep();
    await keep({ id, version: '1', unitPrice: '80' });
    await expect(keep({ id, version: '1', unitPrice: '90' })).rejects.toMatchObject({
      name: 'Stale',
      version: 2,
      theirs: { unitPrice: '80' },
    });
  });

  it('keeps a newer price when the form that made it is sent again, and lets one of two savers through', async () => {
    const { id } = await keep();
    await keep({ id, version: '1', unitPrice: '80' });
    await keep({ id, version: '0', unitPrice: '70' });
    expect(await productForEdit(ctx, id)).toMatchObject({ unitPrice: '80', version: 2 });
    const both = ['90', '95'].map((unitPrice) => keep({ id, version: '2', unitPrice }));
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each(['-1', 'abc', '1.1234567', '9999999999999', ''])('refuses the price %j', (unitPrice) => {
    expect(productSchema.safeParse(typed({ unitPrice })).success).toBe(false);
  });

  it('reads the price in the digits it is typed in', () => {
    expect(productSchema.parse(typed({ unitPrice: '١٬٢٥٠٫٥' })).unitPrice).toBe('1250.5');
  });

  it('refuses a price that can be read in two ways, with both, and keeps one of three decimals readable', async () => {
    const refused = productSchema.safeParse(typed({ unitPrice: '1.250' }));
    expect(refused.error?.issues).toMatchObject([
      {
        path: ['unitPrice'],
        message: 'money.errors.ambiguous',
        params: { whole: '1250', fraction: '1.25' },
      },
    ]);
    expect(productSchema.parse(typed({ unitPrice: '1.250', currency: 'KWD' })).unitPrice).toBe(
      '1.250',
    );
    const { id } = await keep({ unitPrice: '1.1250' });
    await keep({ id, version: '1', unitPrice: '1.1260' });
    await expect(keep({ id, version: '1' })).rejects.toMatchObject({
      theirs: { unitPrice: '1.1260' },
    });
  });

  it('is hidden from another business', async () => {
    const { id } = await keep();
    const { ctx: stranger, standardRateId: theirRate } = await makeBusiness();
    expect(await productForEdit(stranger, id)).toBeNull();
    expect(await suggestProducts(stranger, '', 'GBP')).toEqual([]);
    await expect(archiveProduct(stranger, { id, archived: true })).rejects.toBeInstanceOf(Missing);
    await expect(keep({ taxRateId: theirRate })).rejects.toThrow('products.errors.noTaxRate');
  });
});
