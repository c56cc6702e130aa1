import { beforeAll, describe, expect, it } from 'vitest';
import { type SeededBusiness, seedBusiness } from '@/lib/cli/bench/seed-business';
import { findRecords } from '@/lib/home/find-records';
import { issueInvoice } from '@/lib/invoices/issue-invoice';
import { readInvoiceFilters } from '@/lib/invoices/list-filters';
import { invoiceSums } from '@/lib/invoices/queries';
import { readPaymentFilters } from '@/lib/payments/list-filters';
import { paymentSums } from '@/lib/payments/queries';
import { queryGrams } from '@/lib/search/grams';
import { makeClient, makeDraft } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';
import { testDatabase } from '../support/database';

let ctx: SeededBusiness['ctx'];

beforeAll(async () => {
  ({ ctx } = await seedBusiness(testDatabase(), 2_000));
});

const LONG_AGO = '2000-01-01';

describe('The sum below a whole list', () => {
  it('is that of every invoice in it: drafts too, what is void not', async () => {
    const { id: partyId } = await makeClient(ctx);
    const inEuro = async () => {
      const draft = await makeDraft(ctx, partyId, { lines: [draftLine()] });
      await ctx.db.document.update({ where: ctx.key(draft.id), data: { currency: 'EUR' } });
      return draft;
    };
    await inEuro();
    await issueInvoice(ctx, await inEuro());
    const all = await invoiceSums(ctx, readInvoiceFilters({}, 'GBP'));
    expect(all.map(({ currency }) => currency)).toEqual(['EUR', 'GBP']);
    const rows = await ctx.db.document.groupBy({
      by: ['currency'],
      where: { kind: 'INVOICE', voidedAt: null },
      _sum: { totalAmount: true, openAmount: true },
      orderBy: { currency: 'asc' },
    });
    expect(all).toEqual(
      rows.map(({ currency, _sum }) => ({
        currency,
        total: _sum.totalAmount,
        open: _sum.openAmount,
      })),
    );
  });

  it('is that of every payment in it, with what of it went back', async () => {
    const some = await ctx.db.payment.findMany({ take: 2, orderBy: { id: 'asc' } });
    for (const { id, amount, partyId, currency } of some) {
      await ctx.db.payment.update({ where: ctx.key(id), data: { refundedAmount: amount / 2n } });
      const balance = { businessId: ctx.business.id, partyId, currency };
      await ctx.db.partyBalance.update({
        where: { businessId_partyId_currency: balance },
        data: { paid: { decrement: amount / 2n } },
      });
    }
    const all = await paymentSums(ctx, readPaymentFilters({}));
    expect(all[0]?.taken).toBeGreaterThan(0n);
    expect(all).toEqual(await paymentSums(ctx, readPaymentFilters({ from: LONG_AGO })));
  });
});

describe('A search with more hits than it looks at', () => {
  it('shows the newest invoices', async () => {
    const newest = await ctx.db.document.findMany({
      where: { kind: 'INVOICE', grams: { hasEvery: queryGrams('po') } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: 7,
      select: { id: true },
    });
    const { invoices } = await findRecords(ctx, 'po');
    expect(invoices.map(({ id }) => id)).toEqual(newest.map(({ id }) => id));
  });

  it('shows the newest of few hits too, and none for nonsense', async () => {
    const one = await ctx.db.document.findFirstOrThrow({
      where: { number: { not: null } },
      orderBy: { createdAt: 'asc' },
      select: { id: true, number: true },
    });
    const { invoices } = await findRecords(ctx, one.number ?? '');
    expect(invoices.map(({ id }) => id)).toContain(one.id);
    expect(await findRecords(ctx, 'zanzibar')).toEqual({ clients: [], invoices: [] });
  });
});
