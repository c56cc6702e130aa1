import { describe, expect, it } from 'vitest';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { storeDocumentPdf } from '@/lib/documents/pdf-file';
import { readFile } from '@/lib/files/store';
import { sendInvoice } from '@/lib/invoices/send-invoice';
import { LINK_PLACEHOLDER, linkUrl } from '@/lib/links/link-url';
import { cancelMessage } from '@/lib/messages/cancel-message';
import { findMessage, messagesOf } from '@/lib/messages/queries';
import { sendAgain } from '@/lib/messages/send-again';
import { sendMessage } from '@/lib/messages/send-message';
import { makeBusiness, makeDraft, makeInvoice } from '@/prisma/seed/builders';
import {
  clock,
  ctx,
  mailbox,
  mailed,
  now,
  partyId,
  pass,
  stateOf,
  system,
  withOutbox,
} from './outbox-world';

withOutbox();

describe('A mailed invoice', () => {
  it('arrives once, with the sealed PDF byte for byte, and marks the invoice as sent', async () => {
    const { id, messageId } = await mailed({ cc: ['books@ashcombebrewery.example'] });
    pass(10_000);
    await sendMessage(system, messageId);
    const received = await mailbox.messages();
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      envelope: { to: ['ellie@ashcombebrewery.example', 'books@ashcombebrewery.example'] },
      from: 'Tidewater Signs <mail@portico.test>',
      replyTo: ['accounts@tidewater.example'],
      messageId: `<${messageId}@portico.test>`,
    });
    const document = await ctx.db.document.findUniqueOrThrow({ where: ctx.key(id) });
    const pdf = await readFile(ctx.business.id, document.pdfHash ?? '');
    const raw = await fetch(`${mailbox.url}/message/${received[0]?.id}/attachments/0`);
    expect(Buffer.from(await raw.arrayBuffer()).equals(Buffer.from(pdf?.bytes ?? []))).toBe(true);
    expect(received[0]?.attachments[0]?.filename).toBe('INV-2026-0001.pdf');
    expect(document.sentAt).toEqual(now);
    expect(await stateOf(messageId)).toMatchObject({ state: 'SENT', attempts: 1, errorCode: 250 });
    expect(received[0]?.headers.map(({ name }) => name)).not.toContain('Auto-Submitted');
  });

  it('arrives once, though ten workers try at the same moment and again later', async () => {
    const { messageId } = await mailed();
    pass(10_000);
    await Promise.all(Array.from({ length: 10 }, () => sendMessage(system, messageId)));
    await sendMessage(system, messageId);
    expect(await mailbox.messages()).toHaveLength(1);
  });

  it('holds a placeholder where its link goes, and the token is in the sent mail alone', async () => {
    const { messageId } = await mailed();
    const stored = await stateOf(messageId);
    const url = linkUrl(stored.linkId ?? '');
    expect(stored.html).toContain(LINK_PLACEHOLDER);
    expect(stored.text).toContain(LINK_PLACEHOLDER);
    expect(JSON.stringify(stored)).not.toContain('/l/');
    pass(10_000);
    await sendMessage(system, messageId);
    const [mail] = await mailbox.messages();
    expect(mail?.links).toEqual([url]);
    expect(JSON.stringify(await stateOf(messageId))).not.toContain(url);
    expect(
      JSON.stringify(await ctx.db.event.findMany(), (_, v) =>
        typeof v === 'bigint' ? String(v) : v,
      ),
    ).not.toContain(url);
  });

  it('does not leave within its ten seconds, and can be taken back until then', async () => {
    const { id, messageId } = await mailed();
    pass(9_999);
    await sendMessage(system, messageId);
    expect(await mailbox.messages()).toEqual([]);
    await cancelMessage(ctx, messageId);
    await cancelMessage(ctx, messageId);
    pass(60_000);
    await sendMessage(system, messageId);
    expect(await mailbox.messages()).toEqual([]);
    const stored = await stateOf(messageId);
    expect(stored.state).toBe('CANCELLED');
    const link = await ctx.db.link.findUniqueOrThrow({ where: ctx.key(stored.linkId ?? '') });
    expect(link.revokedAt).not.toBeNull();
    const document = await ctx.db.document.findUniqueOrThrow({ where: ctx.key(id) });
    expect([document.number, document.sentAt]).toEqual(['INV-2026-0001', null]);
  });

  it('cannot be taken back once it has left', async () => {
    const { messageId } = await mailed();
    pass(10_000);
    await sendMessage(system, messageId);
    await expect(cancelMessage(ctx, messageId)).rejects.toMatchObject({
      key: 'mail.errors.alreadyLeft',
    });
  });

  it('is one mail, however often the button was pressed', async () => {
    const draft = await makeDraft(ctx, partyId);
    const order = {
      formId: newId(),
      ...draft,
      to: 'ellie@ashcombebrewery.example',
      cc: [],
      attachPdf: true,
    };
    const answers = await Promise.all(Array.from({ length: 8 }, () => sendInvoice(ctx, order)));
    expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(1);
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(await ctx.db.message.count()).toBe(1);
    expect(await ctx.db.link.count()).toBe(1);
  });

  it('waits for its PDF and then goes', async () => {
    const { id } = await makeInvoice(ctx, partyId);
    const { messageId } = await sendInvoice(ctx, {
      formId: newId(),
      id,
      version: 0,
      to: 'ellie@ashcombebrewery.example',
      cc: [],
      attachPdf: true,
    });
    pass(10_000);
    await sendMessage(system, messageId);
    expect(await stateOf(messageId)).toMatchObject({
      state: 'WAITING',
      errorKind: 'pdfPending',
      attempts: 0,
    });
    await storeDocumentPdf(ctx, id);
    pass(3_000);
    await sendMessage(system, messageId);
    expect(await mailbox.messages()).toHaveLength(1);
  });

  it('asks for a PDF that does not come to be drawn again, and gives up after an hour', async () => {
    const { id } = await makeInvoice(ctx, partyId);
    const { messageId } = await sendInvoice(ctx, {
      formId: newId(),
      id,
      version: 0,
      to: 'ellie@ashcombebrewery.example',
      cc: [],
      attachPdf: true,
    });
    const drawings = async () =>
      Number(
        (
          await unscopedDb().$queryRaw<{ n: bigint }[]>`
            SELECT count(*) AS n FROM pgboss.job
            WHERE name = 'render-document-pdf' AND data->>'documentId' = ${id}`
        )[0]?.n,
      );
    const asked = await drawings();
    pass(10_000);
    await sendMessage(system, messageId);
    expect(await drawings()).toBe(asked);
    pass(120_000);
    await sendMessage(system, messageId);
    expect(await drawings()).toBe(asked + 1);
    expect(await stateOf(messageId)).toMatchObject({ state: 'WAITING', errorKind: 'pdfPending' });
    pass(3_600_000);
    await sendMessage(system, messageId);
    expect(await stateOf(messageId)).toMatchObject({ state: 'FAILED', errorKind: 'pdfMissing' });
    expect(await mailbox.messages()).toEqual([]);
  });

  it('is not sent when the invoice was made void meanwhile', async () => {
    const { id, messageId } = await mailed();
    await ctx.db.document.update({
      where: ctx.key(id),
      data: { voidedAt: now, voidReason: 'Wrong client', openAmount: 0n },
    });
    pass(10_000);
    await sendMessage(system, messageId);
    expect(await mailbox.messages()).toEqual([]);
    expect(await stateOf(messageId)).toMatchObject({ state: 'CANCELLED', errorKind: 'voided' });
  });
});

it('Another business sees nothing of a message and can do nothing to it', async () => {
  const { messageId } = await mailed();
  const stranger = await makeBusiness({}, clock);
  await expect(findMessage(stranger.ctx, messageId)).rejects.toMatchObject({ message: 'missing' });
  await expect(cancelMessage(stranger.ctx, messageId)).rejects.toMatchObject({
    message: 'missing',
  });
  await expect(sendAgain(stranger.ctx, { id: messageId, newId: newId() })).rejects.toMatchObject({
    message: 'missing',
  });
  expect((await messagesOf(stranger.ctx, partyId)).rows).toEqual([]);
  expect(await unscopedDb().message.count({ where: { id: messageId, state: 'WAITING' } })).toBe(1);
});
