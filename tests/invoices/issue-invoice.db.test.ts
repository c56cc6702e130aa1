import { describe, expect, it } from 'vitest';
import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { unscopedDb } from '@/lib/db/client';
import { sealOf } from '@/lib/documents/seal';
import { issueInvoice } from '@/lib/invoices/issue-invoice';
import { makeBusiness, makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';
import { makeDrafts } from '../support/many-drafts';

let ctx: StaffContext;
let partyId: string;

async function freshBusiness() {
  ({ ctx } = await makeBusiness());
  partyId = (await makeClient(ctx)).id;
}

describe('Issuing an invoice', () => {
  it('gives the next number, freezes what is printed and owes the whole total', async () => {
    await freshBusiness();
    const { id, number } = await makeInvoice(ctx, partyId);
    const stored = await ctx.db.document.findUniqueOrThrow({ where: ctx.key(id) });
    expect(number).toBe(`INV-${ctx.today().slice(0, 4)}-0001`);
    expect(stored.openAmount).toBe(184_000n);
    expect(stored.snapshot).toMatchObject({
      number,
      buyer: { name: 'Ashcombe Brewery Ltd', taxId: 'GB284193734' },
      seller: { taxId: 'GB311440220' },
      total: '184000',
    });
    expect(stored.hash).toBe(sealOf(stored.snapshot, ''));
    const balance = await ctx.db.partyBalance.findFirstOrThrow({ where: { partyId } });
    expect(balance).toMatchObject({ invoiced: 184_000n, open: 184_000n, paid: 0n, credit: 0n });
  });

  it('numbers 300 invoices that twenty people issue at once from 1 to 300, without a gap or a double', async () => {
    await freshBusiness();
    const drafts = await makeDrafts(ctx, partyId, 300);
    const people = Array.from({ length: 20 }, async () => {
      for (let draft = drafts.pop(); draft; draft = drafts.pop()) await issueInvoice(ctx, draft);
    });
    await Promise.all(people);
    const issued = await ctx.db.document.findMany({
      orderBy: { sequence: 'asc' },
      select: { sequence: true, hash: true, previousHash: true, snapshot: true },
    });
    expect(issued.map((row) => row.sequence)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
    let previous = '';
    for (const row of issued) {
      expect(row.previousHash).toBe(previous);
      expect(row.hash).toBe(sealOf(row.snapshot, previous));
      previous = row.hash ?? '';
    }
  }, 60_000);

  it('issues one invoice once, though fifty people press the button', async () => {
    await freshBusiness();
    const draft = await makeDraft(ctx, partyId);
    const answers = await Promise.all(Array.from({ length: 50 }, () => issueInvoice(ctx, draft)));
    expect(new Set(answers.map((answer) => answer.number)).size).toBe(1);
    expect(
      await ctx.db.event.count({ where: { kind: 'invoice.issued', documentId: draft.id } }),
    ).toBe(1);
  });

  it.each([
    [
      'a line without words',
      { lines: [draftLine({ description: '' })] },
      'editor.errors.lineWithoutWords',
    ],
    ['no line at all', { lines: [] }, 'editor.errors.noLines'],
    ['a negative total', { lines: [draftLine({ quantity: '-1' })] }, 'editor.errors.negativeTotal'],
    ['a date in the future', { issueOn: '2999-01-01' }, 'editor.errors.issueInFuture'],
    [
      'a due date before the invoice date',
      { issueOn: '2026-03-04', termsDays: null, dueOn: '2026-03-03' },
      'editor.errors.dueBeforeIssue',
    ],
    [
      'a period that ends before it begins',
      { periodFrom: '2026-03-04', periodTo: '2026-03-03' },
      'editor.errors.periodBackwards',
    ],
  ])('refuses %s', async (_, given, key) => {
    await freshBusiness();
    const draft = await makeDraft(ctx, partyId, given);
    await expect(issueInvoice(ctx, draft)).rejects.toMatchObject({ key });
    expect(await ctx.db.document.count({ where: { number: { not: null } } })).toBe(0);
  });

  it('refuses what somebody has changed since it was looked at', async () => {
    await freshBusiness();
    const seen = await makeDraft(ctx, partyId);
    const changed = await makeDraft(ctx, partyId, { ...seen, title: 'Changed meanwhile' });
    await expect(issueInvoice(ctx, seen)).rejects.toMatchObject({
      key: 'editor.errors.changedMeanwhile',
    });
    expect((await issueInvoice(ctx, changed)).number).toMatch(/-0001$/);
  });

  it('refuses a client who was archived meanwhile, and a business without an address', async () => {
    await freshBusiness();
    const draft = await makeDraft(ctx, partyId);
    const party = { where: ctx.key(partyId) };
    await ctx.db.party.update({ ...party, data: { archivedAt: ctx.now() } });
    await expect(issueInvoice(ctx, draft)).rejects.toMatchObject({
      key: 'editor.errors.clientArchived',
    });
    const { ctx: homeless } = await makeBusiness({ street: '', city: '' });
    const { id } = await makeClient(homeless);
    await expect(issueInvoice(homeless, await makeDraft(homeless, id))).rejects.toMatchObject({
      key: 'editor.errors.businessAddress',
    });
  });

  it('has its PDF drawn, once though it is issued again', async () => {
    await freshBusiness();
    const draft = await makeDraft(ctx, partyId);
    await issueInvoice(ctx, draft);
    await issueInvoice(ctx, draft);
    const jobs = await unscopedDb().$queryRaw`
      SELECT data->>'documentId' AS id FROM pgboss.job
      WHERE name = 'render-document-pdf' AND data->>'businessId' = ${ctx.business.id}`;
    expect(jobs).toEqual([{ id: draft.id }]);
  });

  it('refuses a date before the last one issued, so numbers follow dates', async () => {
    await freshBusiness();
    await makeInvoice(ctx, partyId, { issueOn: '2026-03-04' });
    const earlier = await makeDraft(ctx, partyId, { issueOn: '2026-03-03' });
    await expect(issueInvoice(ctx, earlier)).rejects.toMatchObject({
      key: 'editor.errors.dateBeforeLast',
    });
  });

  it('begins again at 1 in a new year', async () => {
    await freshBusiness();
    const old = await makeInvoice(ctx, partyId, { issueOn: '2025-12-31' });
    const next = await makeInvoice(ctx, partyId, { issueOn: '2026-01-01' });
    expect([old.number, next.number]).toEqual(['INV-2025-0001', 'INV-2026-0001']);
  });

  it('is not there for another business', async () => {
    await freshBusiness();
    const draft = await makeDraft(ctx, partyId);
    const stranger = await makeBusiness();
    await expect(issueInvoice(stranger.ctx, draft)).rejects.toBeInstanceOf(Missing);
  });
});

describe('The database itself', () => {
  it.each([
    [
      'its total',
      `UPDATE "Document" SET "totalAmount" = 1, "netAmount" = 1, "taxAmount" = 0 WHERE id = $1`,
    ],
    ['its number', `UPDATE "Document" SET number = 'X' WHERE id = $1`],
    ['its snapshot', `UPDATE "Document" SET snapshot = '{}' WHERE id = $1`],
    ['its seal', `UPDATE "Document" SET hash = 'x' WHERE id = $1`],
    ['a line', `UPDATE "DocumentLine" SET description = 'x' WHERE "documentId" = $1`],
    ['one line less', `DELETE FROM "DocumentLine" WHERE "documentId" = $1`],
    ['its tax', `UPDATE "DocumentTax" SET tax = 0 WHERE "documentId" = $1`],
    ['its being there', `DELETE FROM "Document" WHERE id = $1`],
    ['the history', `UPDATE "Event" SET kind = 'x' WHERE "documentId" = $1`],
    ['one event less', `DELETE FROM "Event" WHERE "documentId" = $1`],
  ])('refuses to change %s once an invoice is issued', async (_, sql) => {
    await freshBusiness();
    const { id } = await makeInvoice(ctx, partyId);
    await expect(unscopedDb().$executeRawUnsafe(sql.replace('$1', '$1::uuid'), id)).rejects.toThrow(
      /sealed|append-only/,
    );
  });

  it('stores the hash of the PDF once, from nothing to a value', async () => {
    await freshBusiness();
    const { id } = await makeInvoice(ctx, partyId);
    await ctx.db.document.update({ where: ctx.key(id), data: { pdfHash: 'a' } });
    await expect(
      ctx.db.document.update({ where: ctx.key(id), data: { pdfHash: 'b' } }),
    ).rejects.toThrow();
  });

  it('chains the events of a business and can prove it', async () => {
    await freshBusiness();
    await makeInvoice(ctx, partyId);
    const events = await unscopedDb().$queryRaw<{ seq: bigint; follows: boolean; fits: boolean }[]>`
      SELECT seq, "previousHash" = coalesce(lag(hash) OVER (ORDER BY seq), '') AS follows, hash = event_hash(e) AS fits
      FROM "Event" e WHERE "businessId" = ${ctx.business.id}::uuid ORDER BY seq`;
    expect(events).toEqual([1n, 2n, 3n].map((seq) => ({ seq, follows: true, fits: true })));
  });
});
