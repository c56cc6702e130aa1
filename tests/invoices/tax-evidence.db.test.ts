import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { saveTaxRate, taxRateInput } from '@/lib/businesses/save-tax-rate';
import { newId } from '@/lib/db/new-id';
import { issueInvoice } from '@/lib/invoices/issue-invoice';
import { preflight } from '@/lib/invoices/preflight';
import { makeBusiness, makeClient, makeDraft } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';

let ctx: StaffContext;
let taxRateId: string;

beforeEach(async () => {
  ({ ctx } = await makeBusiness({ country: 'DE', currency: 'EUR', taxId: 'DE136695976' }));
  taxRateId = newId();
  const typed = { version: '', name: 'Intra-community supply', rate: '0', exemptionReason: '' };
  await saveTaxRate(
    ctx,
    taxRateInput.parse({ ...typed, id: taxRateId, category: 'INTRA_COMMUNITY' }),
  );
});

async function stops(id: string) {
  const checks = await preflight(ctx, id);
  return checks.filter(({ severity }) => severity === 'stop').map((check) => check.id);
}

describe('Goods to another member state', () => {
  it('are not invoiced before the client’s VAT number and the delivery date are known', async () => {
    const client = await makeClient(ctx, { country: 'FR', taxId: '' });
    const lines = [draftLine({ taxRateId })];
    const draft = await makeDraft(ctx, client.id, { lines });
    expect(await stops(draft.id)).toEqual(['intraNeedsTaxId', 'intraNeedsDelivery']);
    await expect(issueInvoice(ctx, draft)).rejects.toMatchObject({
      key: 'editor.errors.intraNeedsTaxId',
    });

    const known = await makeClient(ctx, { country: 'FR', taxId: 'FR40303265045' });
    const undated = await makeDraft(ctx, known.id, { lines: [draftLine({ taxRateId })] });
    expect(await stops(undated.id)).toEqual(['intraNeedsDelivery']);
    await expect(issueInvoice(ctx, undated)).rejects.toMatchObject({
      key: 'editor.errors.intraNeedsDelivery',
    });
  });

  it('are issued without tax, and the sealed paper keeps the category', async () => {
    const client = await makeClient(ctx, { country: 'FR', taxId: 'FR40303265045' });
    const draft = await makeDraft(ctx, client.id, {
      deliveryOn: ctx.today(),
      lines: [draftLine({ taxRateId })],
    });
    expect(await stops(draft.id)).toEqual([]);
    await issueInvoice(ctx, draft);
    const issued = await ctx.db.document.findUniqueOrThrow({ where: ctx.key(draft.id) });
    expect(issued.taxAmount).toBe(0n);
    expect(issued.snapshot).toMatchObject({
      taxGroups: [{ category: 'INTRA_COMMUNITY', tax: '0' }],
    });
  });
});
