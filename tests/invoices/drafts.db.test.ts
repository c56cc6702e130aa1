import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { deleteDraft } from '@/lib/documents/delete-draft';
import { draftSchema } from '@/lib/documents/draft-schema';
import { DRAFT_COLUMNS, draftOf } from '@/lib/documents/read-draft';
import { saveDraft } from '@/lib/documents/save-draft';
import { issueInvoice } from '@/lib/invoices/issue-invoice';
import { makeBusiness, makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';
import { draftInput, draftLine } from '@/prisma/seed/draft-input';

let ctx: StaffContext;
let partyId: string;

beforeEach(async () => {
  ({ ctx } = await makeBusiness());
  partyId = (await makeClient(ctx)).id;
});

const stored = (id: string) => ctx.db.document.findUniqueOrThrow({ where: ctx.key(id) });
/** The draft as the editor holds it. */
const read = async (id: string) =>
  draftOf(await ctx.db.document.findUniqueOrThrow({ where: ctx.key(id), select: DRAFT_COLUMNS }));

describe('Deleting a draft', () => {
  it('removes it with its lines and keeps the history', async () => {
    const { id } = await makeDraft(ctx, partyId);
    await deleteDraft(ctx, id);
    expect(await ctx.db.document.count()).toBe(0);
    expect(await ctx.db.documentLine.count()).toBe(0);
    const kinds = (await ctx.db.event.findMany({ where: { partyId } })).map((event) => event.kind);
    expect(kinds).toEqual(expect.arrayContaining(['invoice.drafted', 'invoice.deleted']));
  });

  it('is refused once issued', async () => {
    const { id } = await makeInvoice(ctx, partyId);
    await expect(deleteDraft(ctx, id)).rejects.toThrow('invoices.errors.deleteIssued');
  });
});

describe('Two people editing one draft', () => {
  it('the second save is stopped and told the newer version, and can then win by choice', async () => {
    const { id } = await makeDraft(ctx, partyId);
    const mine = await read(id);
    await saveDraft(ctx, 'INVOICE', { ...mine, notes: 'theirs' });
    const late = { ...mine, notes: 'mine' };
    await expect(saveDraft(ctx, 'INVOICE', late)).rejects.toMatchObject({
      name: 'Stale',
      version: 2,
    });
    await saveDraft(ctx, 'INVOICE', { ...late, version: 2 });
    expect(await stored(id)).toMatchObject({ notes: 'mine', version: 3 });
  });

  it('a save whose answer was lost is no conflict when it comes again', async () => {
    const { id } = await makeDraft(ctx, partyId);
    const first = await read(id);
    const typed = {
      ...first,
      notes: 'Thank you',
      discount: { kind: 'percent' as const, value: '2.50' },
      lines: first.lines.map((line) => ({ ...line, quantity: '3.0', unitPrice: '12.50' })),
    };
    expect(await saveDraft(ctx, 'INVOICE', typed)).toEqual({ id, version: 2 });
    expect(await saveDraft(ctx, 'INVOICE', typed)).toEqual({ id, version: 2 });
    await expect(saveDraft(ctx, 'INVOICE', { ...typed, notes: 'Thanks' })).rejects.toMatchObject({
      name: 'Stale',
    });
    await saveDraft(ctx, 'INVOICE', { ...typed, version: 2, reference: 'PO 7' });
    await expect(saveDraft(ctx, 'INVOICE', typed)).rejects.toMatchObject({ name: 'Stale' });
  });

  it('a new draft that was stored without the answer arriving is stored once', async () => {
    const draft = { ...(await read((await makeDraft(ctx, partyId)).id)), id: newId(), version: 0 };
    const typed = { ...draft, lines: draft.lines.map((line) => ({ ...line, id: newId() })) };
    const answers = [
      await saveDraft(ctx, 'INVOICE', typed),
      await saveDraft(ctx, 'INVOICE', typed),
    ];
    expect(answers.map((answer) => answer.version)).toEqual([1, 1]);
    expect(await ctx.db.documentLine.count({ where: { documentId: draft.id } })).toBe(1);
  });

  it('a draft that was issued meanwhile can no longer be saved', async () => {
    const draft = await makeDraft(ctx, partyId);
    const mine = await read(draft.id);
    await issueInvoice(ctx, draft);
    await expect(saveDraft(ctx, 'INVOICE', mine)).rejects.toThrow('editor.errors.issuedMeanwhile');
  });
});

describe('A draft as typed', () => {
  it('understands Arabic-Indic and full-width digits, and refuses 31 February', async () => {
    const typed = draftInput({
      partyId,
      currency: 'GBP',
      locale: 'ar',
      lines: [draftLine({ quantity: '١٤', unitPrice: '６２.５５' })],
    });
    const draft = draftSchema.parse(typed);
    await saveDraft(ctx, 'INVOICE', draft);
    expect((await stored(draft.id)).totalAmount).toBe(87_570n);
    expect(draftSchema.safeParse({ ...typed, dueOn: '2026-02-31' }).success).toBe(false);
  });
});
