import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/db/new-id';
import { storeDocumentPdf } from '@/lib/documents/pdf-file';
import { sendInvoices } from '@/lib/invoices/send-invoices';
import { cancelRound } from '@/lib/messages/cancel-round';
import { sendMessage } from '@/lib/messages/send-message';
import { makeBusiness, makeInvoice } from '@/prisma/seed/builders';
import { clock, ctx, mailbox, partyId, pass, stateOf, system, withOutbox } from './outbox-world';

withOutbox();

/** Three invoices with their PDFs, sent in one round of one or more calls: the messages' ids. */
async function round(calls: number[], between = 0) {
  const formId = newId();
  const messages: string[] = [];
  for (const [index, count] of calls.entries()) {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const { id } = await makeInvoice(ctx, partyId);
      await storeDocumentPdf(ctx, id);
      ids.push(id);
    }
    const more = index < calls.length - 1;
    const rows = await sendInvoices(ctx, { formId, ids, more });
    messages.push(...rows.flatMap((row) => (row.ok ? [row.messageId] : [])));
    if (more) pass(between);
  }
  return { formId, messages };
}

const sendAll = (messages: string[]) => Promise.all(messages.map((id) => sendMessage(system, id)));

describe('A round of many invoices', () => {
  it('is held for ten seconds, and then goes', async () => {
    const { messages } = await round([3]);
    expect(messages).toHaveLength(3);
    pass(9_999);
    await sendAll(messages);
    expect(await mailbox.messages()).toEqual([]);
    pass(1);
    await sendAll(messages);
    expect(await mailbox.messages()).toHaveLength(3);
  });

  it('is held until ten seconds after its last mail, however long it took to write them all', async () => {
    const { messages } = await round([1, 1, 1], 15_000);
    pass(9_999);
    await sendAll(messages);
    expect(await mailbox.messages()).toEqual([]);
    pass(1);
    await sendAll(messages);
    expect(await mailbox.messages()).toHaveLength(3);
  });

  it('goes by itself when nobody asks for the rest of it', async () => {
    const formId = newId();
    const { id } = await makeInvoice(ctx, partyId);
    await storeDocumentPdf(ctx, id);
    const [row] = await sendInvoices(ctx, { formId, ids: [id], more: true });
    pass(60_000);
    await sendAll(row?.ok ? [row.messageId] : []);
    expect(await mailbox.messages()).toHaveLength(1);
  });

  it('is taken back whole: nothing leaves, no link works, no invoice counts as sent', async () => {
    const { formId, messages } = await round([2, 1]);
    expect(await cancelRound(ctx, formId)).toBe(3);
    pass(60_000);
    await sendAll(messages);
    expect(await mailbox.messages()).toEqual([]);
    for (const id of messages) {
      const message = await stateOf(id);
      expect(message).toMatchObject({ state: 'CANCELLED', errorKind: 'takenBack' });
      const link = await ctx.db.link.findUniqueOrThrow({ where: ctx.key(message.linkId ?? '') });
      expect(link.revokedAt).not.toBeNull();
    }
    expect(await ctx.db.document.count({ where: { sentAt: { not: null } } })).toBe(0);
    const events = await ctx.db.event.findMany({ where: { kind: 'message.cancelled' } });
    expect(new Set(events.map(({ documentId }) => documentId)).size).toBe(3);
    expect(await cancelRound(ctx, formId)).toBe(0);
  });

  it('keeps what has left already, and takes back the rest', async () => {
    const { formId, messages } = await round([2]);
    pass(10_000);
    await sendAll(messages.slice(0, 1));
    expect(await cancelRound(ctx, formId)).toBe(1);
    await sendAll(messages);
    expect(await mailbox.messages()).toHaveLength(1);
  });

  it('is nobody else’s to take back, and another round stays as it is', async () => {
    const { formId, messages } = await round([1]);
    await round([1]);
    const { ctx: stranger } = await makeBusiness({}, clock);
    expect(await cancelRound(stranger, formId)).toBe(0);
    expect(await stateOf(messages[0] ?? '')).toMatchObject({ state: 'WAITING' });
    expect(await cancelRound(ctx, formId)).toBe(1);
    expect(await ctx.db.message.count({ where: { state: 'WAITING' } })).toBe(1);
  });
});
