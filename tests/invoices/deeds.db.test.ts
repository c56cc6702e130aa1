import { beforeEach, describe, expect, it } from 'vitest';
import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { deleteDraft } from '@/lib/documents/delete-draft';
import { DRAFT_COLUMNS, draftOf } from '@/lib/documents/read-draft';
import { copyLink } from '@/lib/invoices/copy-link';
import { duplicateInvoice } from '@/lib/invoices/duplicate-invoice';
import { markSent } from '@/lib/invoices/mark-sent';
import { voidInvoice } from '@/lib/invoices/void-invoice';
import { linkIdOf } from '@/lib/links/link-url';
import { makeBusiness, makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';

let ctx: StaffContext;
let stranger: StaffContext;
let partyId: string;

beforeEach(async () => {
  ({ ctx } = await makeBusiness());
  ({ ctx: stranger } = await makeBusiness());
  partyId = (await makeClient(ctx)).id;
});

const stored = (id: string) => ctx.db.document.findUniqueOrThrow({ where: ctx.key(id) });
const eventKinds = async (documentId: string) =>
  (await ctx.db.event.findMany({ where: { documentId }, orderBy: { seq: 'asc' } })).map(
    (event) => event.kind,
  );

/** A payment of the given amount on the invoice, as the books hold it. */
async function pay(documentId: string, amount: bigint) {
  const paymentId = newId();
  const businessId = ctx.business.id;
  const createdAt = ctx.now();
  await ctx.db.payment.create({
    data: {
      businessId,
      id: paymentId,
      partyId,
      currency: 'GBP',
      amount,
      method: 'BANK_TRANSFER',
      receivedOn: createdAt,
      createdAt,
    },
  });
  await ctx.db.allocation.create({
    data: { businessId, paymentId, documentId, amount, createdAt },
  });
}

describe('Making an invoice void', () => {
  it('keeps its number and its reason, and owes nothing any more', async () => {
    const { id, number } = await makeInvoice(ctx, partyId);
    await voidInvoice(ctx, { id, reason: '  Billed twice ' });
    expect(await stored(id)).toMatchObject({ number, voidReason: 'Billed twice', openAmount: 0n });
    const balance = await ctx.db.partyBalance.findFirstOrThrow({ where: { partyId } });
    expect(balance).toMatchObject({ invoiced: 0n, open: 0n });
    expect(await eventKinds(id)).toEqual(['invoice.issued', 'invoice.voided']);
  });

  it('does it once, and keeps the first reason for ever', async () => {
    const { id } = await makeInvoice(ctx, partyId);
    await voidInvoice(ctx, { id, reason: 'First' });
    await voidInvoice(ctx, { id, reason: 'Second' });
    expect((await stored(id)).voidReason).toBe('First');
    expect((await eventKinds(id)).filter((kind) => kind === 'invoice.voided')).toHaveLength(1);
  });

  it('is refused without a reason, for a draft, and once money has arrived or is on its way', async () => {
    const draft = await makeDraft(ctx, partyId);
    await expect(voidInvoice(ctx, { id: draft.id, reason: 'x' })).rejects.toThrow(
      'invoices.errors.voidDraft',
    );
    const { id } = await makeInvoice(ctx, partyId);
    await expect(voidInvoice(ctx, { id, reason: '  ' })).rejects.toThrow(
      'invoices.errors.voidReason',
    );
    await ctx.db.document.update({ where: ctx.key(id), data: { processingAmount: 1n } });
    await expect(voidInvoice(ctx, { id, reason: 'x' })).rejects.toThrow(
      'invoices.errors.voidProcessing',
    );
    await ctx.db.document.update({ where: ctx.key(id), data: { processingAmount: 0n } });
    await pay(id, 1n);
    await expect(voidInvoice(ctx, { id, reason: 'x' })).rejects.toThrow('invoices.errors.voidPaid');
    expect((await stored(id)).voidedAt).toBeNull();
  });

  it('closes the payment pages that still ask for it', async () => {
    const { id } = await makeInvoice(ctx, partyId);
    const businessId = ctx.business.id;
    const checkoutId = newId();
    await ctx.db.checkout.create({
      data: {
        businessId,
        id: checkoutId,
        partyId,
        currency: 'GBP',
        amount: 184_000n,
        state: 'OPEN',
        createdAt: ctx.now(),
        expiresAt: ctx.now(),
      },
    });
    await ctx.db.checkoutItem.create({
      data: { businessId, checkoutId, documentId: id, amount: 184_000n },
    });
    const { unscopedDb } = await import('@/lib/db/client');
    const jobs = () =>
      unscopedDb().$queryRaw<
        { data: { checkoutId: string } }[]
      >`SELECT data FROM pgboss.job WHERE name = 'expire-checkout'`;
    await voidInvoice(ctx, { id, reason: 'Billed twice' });
    expect((await jobs()).map((job) => job.data.checkoutId)).toContain(checkoutId);
  });
});

describe('Duplicating an invoice', () => {
  it('makes a draft of the same client, lines and texts, without the old dates and number', async () => {
    const { id } = await makeInvoice(ctx, partyId, {
      issueOn: '2026-01-05',
      deliveryOn: '2026-01-04',
      reference: 'PO 7',
      discount: { kind: 'percent', value: '5' },
      lines: [draftLine({ quantity: '3', unit: 'h', unitPrice: '62.55' }), draftLine()],
    });
    const copy = await duplicateInvoice(ctx, { id, newId: newId() });
    expect(await stored(copy.id)).toMatchObject({
      number: null,
      issueOn: null,
      deliveryOn: null,
      issuedAt: null,
      partyId,
      reference: 'PO 7',
      totalAmount: (await stored(id)).totalAmount,
    });
    const read = async (of: string) =>
      draftOf(
        await ctx.db.document.findUniqueOrThrow({ where: ctx.key(of), select: DRAFT_COLUMNS }),
      );
    const lines = async (of: string) => (await read(of)).lines.map(({ id: _id, ...line }) => line);
    expect(await lines(copy.id)).toEqual(await lines(id));
  });

  it('makes one draft of a double click', async () => {
    const { id } = await makeInvoice(ctx, partyId);
    const given = { id, newId: newId() };
    expect(await duplicateInvoice(ctx, given)).toEqual(await duplicateInvoice(ctx, given));
    expect(await ctx.db.document.count({ where: { issuedAt: null } })).toBe(1);
  });

  it('is refused while the client is archived', async () => {
    const { id } = await makeInvoice(ctx, partyId);
    await ctx.db.party.update({ where: ctx.key(partyId), data: { archivedAt: ctx.now() } });
    await expect(duplicateInvoice(ctx, { id, newId: newId() })).rejects.toThrow(
      'editor.errors.clientArchived',
    );
  });
});

describe('Marking as sent', () => {
  it('notes the first time only', async () => {
    const { id } = await makeInvoice(ctx, partyId);
    await markSent(ctx, id);
    const { sentAt } = await stored(id);
    await markSent(ctx, id);
    expect((await stored(id)).sentAt).toEqual(sentAt);
    expect(await eventKinds(id)).toEqual(['invoice.issued', 'invoice.markedSent']);
  });

  it('is refused for drafts and void invoices', async () => {
    const draft = await makeDraft(ctx, partyId);
    await expect(markSent(ctx, draft.id)).rejects.toThrow('invoices.errors.sendDraft');
    const { id } = await makeInvoice(ctx, partyId);
    await voidInvoice(ctx, { id, reason: 'x' });
    await expect(markSent(ctx, id)).rejects.toThrow('invoices.errors.sendVoid');
  });
});

describe('Copying the link', () => {
  it('gives an address for the client’s main e-mail and remembers who copied it', async () => {
    const { id } = await makeInvoice(ctx, partyId);
    const url = await copyLink(ctx, id);
    const linkId = linkIdOf(url.split('/l/')[1] ?? '') ?? '';
    const link = await ctx.db.link.findUniqueOrThrow({ where: ctx.key(linkId) });
    expect(link).toMatchObject({
      purpose: 'DOCUMENT',
      partyId,
      contactId: null,
      documentId: id,
      sentTo: 'ellie@ashcombebrewery.example',
    });
    expect(await eventKinds(id)).toContain('link.copied');
    const event = await ctx.db.event.findFirstOrThrow({ where: { kind: 'link.copied' } });
    expect(JSON.stringify(event.data)).not.toContain(url.split('/l/')[1]);
  });

  it('is refused for a draft and without an e-mail address', async () => {
    const draft = await makeDraft(ctx, partyId);
    await expect(copyLink(ctx, draft.id)).rejects.toThrow('invoices.errors.linkDraft');
    const silent = await makeClient(ctx, { email: '' });
    const { id } = await makeInvoice(ctx, silent.id);
    await expect(copyLink(ctx, id)).rejects.toThrow('invoices.errors.linkWithoutEmail');
  });
});

describe('Another business', () => {
  it('finds nothing to void, mark, copy, duplicate or delete', async () => {
    const { id } = await makeInvoice(ctx, partyId);
    const draft = await makeDraft(ctx, partyId);
    for (const attempt of [
      () => voidInvoice(stranger, { id, reason: 'x' }),
      () => markSent(stranger, id),
      () => copyLink(stranger, id),
      () => duplicateInvoice(stranger, { id, newId: newId() }),
      () => deleteDraft(stranger, draft.id),
    ]) {
      await expect(attempt()).rejects.toBeInstanceOf(Missing);
    }
  });

  it('cannot put our client or tax rate on its invoice', async () => {
    const { standardRateId } = await makeBusiness();
    await expect(makeDraft(stranger, partyId)).rejects.toThrow('editor.errors.noClient');
    const own = await makeClient(stranger);
    await expect(
      makeDraft(stranger, own.id, { lines: [draftLine({ taxRateId: standardRateId })] }),
    ).rejects.toThrow('editor.errors.noTaxRate');
  });
});
