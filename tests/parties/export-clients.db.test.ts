import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { whereOverdue } from '@/lib/documents/client-standing';
import { chosenClients, whereListed } from '@/lib/parties/chosen-clients';
import { exportClients } from '@/lib/parties/export-clients';
import { readClientFilters } from '@/lib/parties/list-filters';
import { makeBusiness, makeClient, makeInvoice } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';

let ctx: StaffContext;

beforeEach(async () => {
  ({ ctx } = await makeBusiness());
});

async function exported(where: object = {}): Promise<string[][]> {
  let text = '';
  for await (const part of exportClients(ctx, where)) text += part;
  expect(text.startsWith('\ufeff')).toBe(true);
  const lines = text.slice(1).trimEnd().split('\r\n');
  return lines.map((line) => line.split(','));
}

const filtered = (given: Record<string, string>) =>
  whereListed(ctx, readClientFilters(given), whereOverdue(ctx));

describe('The list of clients as a file', () => {
  it('has a line each, with what they were billed and owe in every currency', async () => {
    const kestrel = await makeClient(ctx, { displayName: 'Kestrel Cycles', city: 'Leeds' });
    const ahmad = await makeClient(ctx, { displayName: 'مؤسسة الأفق', currency: 'KWD' });
    await makeInvoice(ctx, kestrel.id);
    await makeInvoice(ctx, ahmad.id, {
      currency: 'KWD',
      lines: [draftLine({ unitPrice: '12.345' })],
    });
    const [head = [], ...rows] = await exported();
    expect(head.slice(0, 2)).toEqual(['Name', 'Kind']);
    expect(head.slice(-8)).toEqual([
      'Invoiced GBP',
      'Paid GBP',
      'Owes GBP',
      'Credit GBP',
      'Invoiced KWD',
      'Paid KWD',
      'Owes KWD',
      'Credit KWD',
    ]);
    expect(rows.map((row) => [row[0], ...row.slice(-8)])).toEqual([
      ['Kestrel Cycles', '1840.00', '0.00', '1840.00', '0.00', '', '', '', ''],
      ['مؤسسة الأفق', '', '', '', '', '12.345', '0.000', '12.345', '0.000'],
    ]);
  });

  it('holds what the filters leave, without formulas', async () => {
    await makeClient(ctx, { displayName: '=1+1', city: 'Bath', phone: '+441174960142' });
    await makeClient(ctx, { displayName: 'Kestrel Cycles', city: 'Leeds' });
    const [, ...rows] = await exported(filtered({ city: 'bath' }));
    expect(rows.map((row) => [row[0], row[5]])).toEqual([["'=1+1", "'+441174960142"]]);
  });

  it('reads on beyond the first part, nobody twice and nobody left out', async () => {
    const businessId = ctx.business.id;
    const one = await makeClient(ctx, { displayName: 'Same name' });
    const { id: _, ...rest } = await ctx.db.party.findUniqueOrThrow({ where: ctx.key(one.id) });
    await ctx.db.party.createMany({
      data: Array.from({ length: 1_100 }, (_, n) => ({
        ...rest,
        businessId,
        id: `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`,
        email: `n${n}@x.example`,
      })),
    });
    const [, ...rows] = await exported();
    expect(rows).toHaveLength(1_101);
    expect(new Set(rows.map((row) => row[4])).size).toBe(1_101);
  });

  it('never holds another business’s clients, even when they are named', async () => {
    const stranger = await makeClient((await makeBusiness()).ctx);
    const [, ...rows] = await exported({ id: { in: [stranger.id] } });
    expect(rows).toEqual([]);
  });
});

describe('Ticking every client of a list', () => {
  it('takes those of the filter beyond the page, and sums what they owe', async () => {
    const owing = await makeClient(ctx, { displayName: 'Kestrel Cycles' });
    await makeInvoice(ctx, owing.id);
    await makeInvoice(ctx, owing.id);
    await makeClient(ctx, { displayName: 'Dana' });
    const all = await chosenClients(ctx, filtered({}));
    expect(all.ids).toHaveLength(2);
    const late = await chosenClients(ctx, filtered({ view: 'owing' }));
    expect(late).toEqual({
      ids: [owing.id],
      sums: [{ currency: 'GBP', invoiced: 368_000n, paid: 0n, open: 368_000n }],
    });
  });

  it('takes no more than the list holds when it is sorted by what they owe', async () => {
    const billed = await makeClient(ctx, { displayName: 'Kestrel Cycles' });
    await makeInvoice(ctx, billed.id);
    await makeClient(ctx, { displayName: 'Never billed' });
    expect((await chosenClients(ctx, filtered({ sort: 'mostOpen' }))).ids).toEqual([billed.id]);
  });

  it('takes none of another business’s', async () => {
    await makeClient((await makeBusiness()).ctx);
    expect(await chosenClients(ctx, filtered({}))).toEqual({ ids: [], sums: [] });
  });
});
