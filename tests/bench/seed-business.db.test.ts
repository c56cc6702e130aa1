import { beforeAll, describe, expect, it } from 'vitest';
import { checkBooks } from '@/lib/books/check-books';
import { type SeededBusiness, seedBusiness } from '@/lib/cli/bench/seed-business';
import { issueInvoice } from '@/lib/invoices/issue-invoice';
import { makeDraft } from '@/prisma/seed/builders';
import { testDatabase } from '../support/database';

let seeded: SeededBusiness;

beforeAll(async () => {
  seeded = await seedBusiness(testDatabase(), 1_000);
});

describe('A business made for measuring', () => {
  it('has as many invoices as asked for, of every kind, and a tenth as many clients', async () => {
    const { ctx } = seeded;
    expect(await ctx.db.document.count()).toBe(1_000);
    expect(await ctx.db.party.count()).toBe(100);
    expect(await ctx.db.document.count({ where: { issuedAt: null } })).toBeGreaterThan(0);
    expect(await ctx.db.document.count({ where: { voidedAt: { not: null } } })).toBeGreaterThan(0);
    expect(await ctx.db.document.count({ where: { openAmount: { gt: 0n } } })).toBeGreaterThan(10);
    expect(await ctx.db.payment.count()).toBeGreaterThan(700);
  });

  it('has books that add up, and goes on being worked in', async () => {
    expect(await checkBooks()).toEqual([]);
    const { ctx } = seeded;
    const party = await ctx.db.party.findFirstOrThrow({ where: { archivedAt: null } });
    await issueInvoice(ctx, await makeDraft(ctx, party.id));
    expect(await checkBooks()).toEqual([]);
  });
});
