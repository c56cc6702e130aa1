import { beforeEach, describe, expect, test } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { saveTaxRate } from '@/lib/businesses/save-tax-rate';
import { newId } from '@/lib/db/new-id';
import { DRAFT_COLUMNS, draftOf } from '@/lib/documents/read-draft';
import { saveDraft } from '@/lib/documents/save-draft';
import { duplicateInvoice } from '@/lib/invoices/duplicate-invoice';
import { inviteMember } from '@/lib/members/invite-member';
import { saveView } from '@/lib/members/save-view';
import { addContact } from '@/lib/parties/add-contact';
import { addNote } from '@/lib/parties/add-note';
import { newContactInput, newNoteInput } from '@/lib/parties/schema';
import { recordPayment } from '@/lib/payments/record-payment';
import { archiveProduct } from '@/lib/products/archive-product';
import { saveProduct } from '@/lib/products/save-product';
import { makeBusiness, makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';

let ctx: StaffContext;
let partyId: string;

beforeEach(async () => {
  ({ ctx } = await makeBusiness());
  partyId = (await makeClient(ctx)).id;
});

/** The same form, five times at the same moment. */
const fiveTimes = <R>(send: () => Promise<R>) => Promise.all(Array.from({ length: 5 }, send));

describe('A form that five clicks send at the same moment makes one', () => {
  test('client', async () => {
    const id = newId();
    const clients = await fiveTimes(() => makeClient(ctx, { id }));
    expect(new Set(clients.map((client) => client.id))).toEqual(new Set([id]));
    expect(await ctx.db.event.count({ where: { partyId: id, kind: 'client.created' } })).toBe(1);
  });

  test('draft', async () => {
    const { id: pattern } = await makeDraft(ctx, partyId);
    const stored = await ctx.db.document.findUniqueOrThrow({
      where: ctx.key(pattern),
      select: DRAFT_COLUMNS,
    });
    const draft = draftOf(stored);
    const lines = draft.lines.map((line) => ({ ...line, id: newId() }));
    const form = { ...draft, id: newId(), version: 0, lines };
    const saved = await fiveTimes(() => saveDraft(ctx, 'INVOICE', form));
    expect(new Set(saved.map(({ version }) => version))).toEqual(new Set([1]));
    expect(await ctx.db.event.count({ where: { kind: 'invoice.drafted' } })).toBe(2);
  });

  test('copy of an invoice', async () => {
    const { id } = await makeInvoice(ctx, partyId);
    const form = { id, newId: newId() };
    expect(await fiveTimes(() => duplicateInvoice(ctx, form))).toEqual(
      Array(5).fill({ id: form.newId }),
    );
    expect(await ctx.db.document.count({ where: { issuedAt: null } })).toBe(1);
  });

  test('product, and takes it out of the catalogue once', async () => {
    const form = {
      ...{ id: newId(), version: 0, name: 'Site survey', details: '', unit: 'h' },
      ...{ unitPrice: '78.00', currency: 'GBP', taxRateId: null },
    };
    await fiveTimes(() => saveProduct(ctx, form));
    expect(await ctx.db.event.count({ where: { kind: 'product.created' } })).toBe(1);
    await fiveTimes(() => archiveProduct(ctx, { id: form.id, archived: true }));
    expect(await ctx.db.event.count({ where: { kind: 'product.updated' } })).toBe(1);
  });

  test('payment', async () => {
    const form = {
      ...{ id: newId(), partyId, currency: 'GBP', amount: 100n, method: 'CASH' as const },
      ...{ receivedOn: ctx.today(), allocations: [], sendReceipt: true },
    };
    const recorded = await fiveTimes(() => recordPayment(ctx, form));
    expect(recorded.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await ctx.db.message.count()).toBe(1);
  });

  test('person, note, tax rate, invitation and view', async () => {
    const contact = { id: newId(), partyId, givenName: 'Dan', country: 'GB' };
    await fiveTimes(() => addContact(ctx, newContactInput.parse(contact)));
    const note = newNoteInput.parse({ id: newId(), partyId, body: 'Rang twice.' });
    await fiveTimes(() => addNote(ctx, note));
    const rate = {
      ...{ id: newId(), version: '', name: 'VAT', rate: '5' },
      ...{ category: 'STANDARD' as const, exemptionReason: '' },
    };
    await fiveTimes(() => saveTaxRate(ctx, rate));
    const guest = { id: newId(), email: 'tom@example.com', role: 'MEMBER', locale: 'en' } as const;
    await fiveTimes(() => inviteMember(ctx, guest));
    const view = { id: newId(), list: 'CLIENTS', name: 'Owing', query: 'view=owing' } as const;
    await fiveTimes(() => saveView(ctx, view));
    const kinds = ['contact.added', 'note.added', 'business.updated', 'member.invited'];
    for (const kind of kinds) expect(await ctx.db.event.count({ where: { kind } })).toBe(1);
    expect(await ctx.db.savedView.count()).toBe(1);
  });
});
