import { describe, expect, it } from 'vitest';
import { preflight } from '@/lib/invoices/preflight';
import { makeBusiness, makeClient, makeDraft } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';

describe('Before an invoice goes', () => {
  it('names the characters that would print as boxes, wherever they stand', async () => {
    const { ctx } = await makeBusiness();
    const client = await makeClient(ctx, { companyName: 'ঢাকা Traders' });
    const { id } = await makeDraft(ctx, client.id, {
      lines: [draftLine({ description: 'Party 🎉 for 한빛, שלום, ไทย and 茶 🎉' })],
    });
    const check = (await preflight(ctx, id)).find((each) => each.id === 'letters');
    expect(check).toMatchObject({ severity: 'warn' });
    expect(check?.note?.split(' ').sort()).toEqual(['🎉', 'কা', 'ঢা'].sort());
    expect(check?.text).toBe('3 characters would print as □, because no font here has them');
  });

  it('says nothing of letters that all print', async () => {
    const { ctx } = await makeBusiness();
    const client = await makeClient(ctx, { companyName: 'Café 한빛 ქართული' });
    const { id } = await makeDraft(ctx, client.id, {
      lines: [draftLine({ description: 'Tea 茶 شاي → ✓ 20 °C ₹ €' })],
    });
    expect((await preflight(ctx, id)).map((each) => each.id)).not.toContain('letters');
  });
});
