import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
import { makeSystemContext } from '@/lib/auth/make-context';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { storeDocumentPdf } from '@/lib/documents/pdf-file';
import { forgetEnv } from '@/lib/env/env';
import { readFile } from '@/lib/files/store';
import { sendInvoice } from '@/lib/invoices/send-invoice';
import { installJobs } from '@/lib/jobs/boss';
import { LINK_PLACEHOLDER, linkUrl } from '@/lib/links/link-url';
import { type Mailbox, startMailbox } from '@/lib/mail/mailbox/server';
import { cancelMessage } from '@/lib/messages/cancel-message';
import { findMessage, messagesOf } from '@/lib/messages/queries';
import { releaseWaiting } from '@/lib/messages/release-waiting';
import { sendAgain } from '@/lib/messages/send-again';
import { sendMessage } from '@/lib/messages/send-message';
import { makeBusiness, makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';
import { testDatabase } from '../support/database';

let mailbox: Mailbox;
let now: Date;
let ctx: StaffContext;
let system: SystemContext;
let partyId: string;

const clock = () => now;
const pass = (ms: number) => {
  now = new Date(now.getTime() + ms);
};

beforeAll(async () => {
  await installJobs(testDatabase());
  mailbox = await startMailbox();
});
afterAll(() => mailbox.close());

beforeEach(async () => {
  useServer(true);
  await mailbox.fail('none');
  await mailbox.clear();
  now = new Date('2026-03-04T10:00:00Z');
  ({ ctx } = await makeBusiness({}, clock));
  system = makeSystemContext(ctx.business, { clock });
  partyId = (await makeClient(ctx)).id;
});

function useServer(there: boolean) {
  if (there) {
    process.env.SMTP_HOST = mailbox.smtp.host;
    process.env.SMTP_PORT = String(mailbox.smtp.port);
    process.env.SMTP_FROM = 'Portico <mail@portico.test>';
  } else {
    for (const name of ['SMTP_HOST', 'SMTP_PORT', 'SMTP_FROM']) delete process.env[name];
  }
  forgetEnv();
}

/** An issued invoice with its PDF, mailed to the client: the message's id. */
async function mailed(
  given: { to?: string; cc?: string[]; subject?: string; body?: string; attachPdf?: boolean } = {},
) {
  const { id } = await makeInvoice(ctx, partyId);
  await storeDocumentPdf(ctx, id);
  const { messageId } = await sendInvoice(ctx, {
    formId: newId(),
    id,
    version: 0,
    to: 'ellie@ashcombebrewery.example',
    cc: [],
    attachPdf: true,
    ...given,
  });
  return { id, messageId };
}

const stateOf = async (id: string) => ctx.db.message.findUniqueOrThrow({ where: ctx.key(id) });

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

describe('When the mail server is in trouble', () => {
  it('waits without one, says so, and goes by itself once there is one', async () => {
    useServer(false);
    const { messageId } = await mailed();
    pass(10_000);
    await sendMessage(system, messageId);
    expect(await stateOf(messageId)).toMatchObject({
      state: 'WAITING',
      errorKind: 'noServer',
      attempts: 0,
    });
    useServer(true);
    expect(await ctx.transact((tx) => releaseWaiting(tx, ctx))).toBe(1);
    await sendMessage(system, messageId);
    expect(await mailbox.messages()).toHaveLength(1);
    expect(await stateOf(messageId)).toMatchObject({ state: 'SENT', errorKind: '' });
  });

  it('tries again after growing pauses while it is down, and completes when it is back', async () => {
    await mailbox.fail('refuse');
    const { messageId } = await mailed();
    pass(10_000);
    await sendMessage(system, messageId);
    const first = await stateOf(messageId);
    expect(first).toMatchObject({ state: 'WAITING', errorKind: 'unreachable', attempts: 1 });
    expect(first.nextAttemptAt).toEqual(new Date(now.getTime() + 60_000));
    await sendMessage(system, messageId);
    expect((await stateOf(messageId)).attempts).toBe(1);
    pass(60_000);
    await sendMessage(system, messageId);
    expect((await stateOf(messageId)).nextAttemptAt).toEqual(new Date(now.getTime() + 300_000));
    await mailbox.fail('none');
    pass(300_000);
    await sendMessage(system, messageId);
    expect(await stateOf(messageId)).toMatchObject({ state: 'SENT', attempts: 3 });
    expect(await mailbox.messages()).toHaveLength(1);
  });

  it('keeps asking after a temporary refusal and says the code', async () => {
    await mailbox.fail('temporary');
    const { messageId } = await mailed();
    pass(10_000);
    await sendMessage(system, messageId);
    expect(await stateOf(messageId)).toMatchObject({
      state: 'WAITING',
      errorKind: 'temporary',
      errorCode: 451,
    });
  });

  it('gives up at once after a refusal for good, and the owner sees it', async () => {
    await mailbox.fail('permanent');
    const { messageId } = await mailed();
    pass(10_000);
    await sendMessage(system, messageId);
    expect(await stateOf(messageId)).toMatchObject({
      state: 'FAILED',
      errorKind: 'refused',
      errorCode: 550,
    });
    expect(await ctx.db.event.count({ where: { kind: 'message.failed' } })).toBe(1);
    const { id } = await sendAgain(ctx, { id: messageId, newId: newId() });
    await mailbox.fail('none');
    await sendMessage(system, id);
    const [mail] = await mailbox.messages();
    expect(mail?.messageId).toBe(`<${id}@portico.test>`);
    expect((await stateOf(messageId)).settledAt).not.toBeNull();
  });

  it('sent again keeps the words that were written for it, and fills in a link of its own', async () => {
    const { messageId } = await mailed({
      subject: 'Your sign is ready',
      body: 'Dear Ellie,\n\nas promised on the telephone. It comes to {{invoice.total}}.',
    });
    const plain = await mailed();
    pass(10_000);
    for (const id of [messageId, plain.messageId]) await sendMessage(system, id);
    await mailbox.clear();
    const { id } = await sendAgain(ctx, { id: messageId, newId: newId() });
    await sendMessage(system, id);
    const [mail] = await mailbox.messages();
    expect(mail?.subject).toBe('Your sign is ready');
    expect(mail?.text).toContain('as promised on the telephone. It comes to £');
    const { linkId } = await stateOf(id);
    expect(mail?.links).toEqual([linkUrl(String(linkId))]);
    expect(linkId).not.toBe((await stateOf(messageId)).linkId);

    const third = await sendAgain(ctx, { id, newId: newId() });
    expect(await stateOf(third.id)).toMatchObject({ subject: 'Your sign is ready' });
    const other = await sendAgain(ctx, { id: plain.messageId, newId: newId() });
    expect(await stateOf(other.id)).toMatchObject({ typedSubject: null, typedBody: null });
  });

  it('gives up after four days', async () => {
    await mailbox.fail('refuse');
    const { messageId } = await mailed();
    pass(10_000);
    const begin = now.getTime();
    for (let attempt = 0; attempt < 30; attempt++) {
      await sendMessage(system, messageId);
      const { state, nextAttemptAt } = await stateOf(messageId);
      if (state === 'FAILED') break;
      now = nextAttemptAt ?? now;
    }
    expect(await stateOf(messageId)).toMatchObject({ state: 'FAILED', errorKind: 'unreachable' });
    const days = (now.getTime() - begin) / 86_400_000;
    expect(days).toBeGreaterThan(3.5);
    expect(days).toBeLessThanOrEqual(4);
  });

  it('shows a mail whose sending was cut off as uncertain and never sends it by itself again', async () => {
    const { messageId } = await mailed();
    pass(10_000);
    // What a worker leaves that dies between the server's yes and the mark.
    await ctx.db.message.update({
      where: ctx.key(messageId),
      data: { state: 'SENDING', attempts: 1, nextAttemptAt: new Date(now.getTime() + 180_000) },
    });
    await sendMessage(system, messageId);
    expect((await stateOf(messageId)).state).toBe('SENDING');
    pass(180_001);
    await sendMessage(system, messageId);
    await sendMessage(system, messageId);
    expect(await stateOf(messageId)).toMatchObject({
      state: 'UNCERTAIN',
      errorKind: 'interrupted',
    });
    expect(await mailbox.messages()).toEqual([]);
  });
});

describe('Addresses and words', () => {
  it.each([
    ['two in one', 'a@one.example,b@two.example', 'addresses.email.several'],
    ['a line break', 'a@one.example\r\nBcc: b@two.example', 'addresses.email.invisible'],
    ['a full-width sign', 'a＠one.example', 'addresses.email.fullWidth'],
    ['a name in front', 'Ellie <a@one.example>', 'addresses.email.withName'],
    ['a quoted name', '"a@evil.example"@one.example', 'addresses.email.quoted'],
  ])('refuse %s, as recipient and as copy', async (_, typed, key) => {
    const draft = await makeDraft(ctx, partyId);
    const order = { formId: newId(), ...draft, attachPdf: false };
    const good = 'ellie@ashcombebrewery.example';
    await expect(sendInvoice(ctx, { ...order, to: typed, cc: [] })).rejects.toMatchObject({
      key,
      field: 'to',
    });
    await expect(sendInvoice(ctx, { ...order, to: good, cc: [typed] })).rejects.toMatchObject({
      key,
      field: 'cc',
    });
    expect(await ctx.db.document.count({ where: { number: { not: null } } })).toBe(0);
  });

  it('arrive in Arabic as they were written, subject and all', async () => {
    const party = await makeClient(ctx, {
      displayName: 'مخبز الصويفية',
      companyName: 'مخبز الصويفية',
      locale: 'ar',
    });
    const { id } = await makeInvoice(ctx, party.id, { locale: 'ar' });
    const { messageId } = await sendInvoice(ctx, {
      formId: newId(),
      id,
      version: 0,
      to: party.email,
      cc: [],
      attachPdf: false,
    });
    pass(10_000);
    await sendMessage(system, messageId);
    const [mail] = await mailbox.messages();
    expect(mail?.subject).toBe('فاتورة INV-2026-0001 من Tidewater Signs');
    expect(mail?.html).toContain('dir="rtl"');
    expect(mail?.text).toContain('مرحبًا مخبز الصويفية،');
    expect(mail?.to).toEqual([`مخبز الصويفية <${party.email}>`]);
  });

  it('are text: what looks like a tag or a header is shown and does nothing', async () => {
    const { messageId } = await mailed({
      body: '<script>alert(1)</script>\n\n{{client.name}} & <b>',
    });
    const { html, text, subject } = await stateOf(messageId);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('Ashcombe Brewery Ltd &amp; &lt;b&gt;');
    expect(text).toContain('<script>alert(1)</script>');
    expect(subject).toBe('Invoice INV-2026-0001 from Tidewater Signs');
  });

  it('write the number a draft really takes, if another was quicker', async () => {
    const draft = await makeDraft(ctx, partyId);
    await makeInvoice(ctx, partyId);
    const { number, messageId } = await sendInvoice(ctx, {
      formId: newId(),
      ...draft,
      to: 'ellie@ashcombebrewery.example',
      cc: [],
      attachPdf: false,
      subject: 'INV-2026-0001 for the shopfront',
      expectedNumber: 'INV-2026-0001',
    });
    expect(number).toBe('INV-2026-0002');
    expect((await stateOf(messageId)).subject).toBe('INV-2026-0002 for the shopfront');
  });

  it('are looked at again, if the number in them may as well be an amount', async () => {
    const series = await ctx.db.numberSeries.findFirstOrThrow({ where: { kind: 'INVOICE' } });
    await ctx.db.numberSeries.update({ where: ctx.key(series.id), data: { pattern: '{0}' } });
    const draft = await makeDraft(ctx, partyId);
    await makeInvoice(ctx, partyId);
    const order = {
      formId: newId(),
      ...draft,
      to: 'ellie@ashcombebrewery.example',
      cc: [],
      attachPdf: false,
      expectedNumber: '1',
    };
    const typed = 'Invoice 1: £110.00 within 1 week';
    await expect(sendInvoice(ctx, { ...order, body: typed })).rejects.toMatchObject({
      key: 'mail.errors.numberMoved',
      values: { expected: '1', given: '2' },
    });
    const { number, messageId } = await sendInvoice(ctx, { ...order, subject: 'For 110 signs' });
    expect(number).toBe('2');
    expect((await stateOf(messageId)).subject).toBe('For 110 signs');
  });

  it('go to the address that was stored when the mail was written, byte for byte', async () => {
    const { messageId } = await mailed();
    await ctx.db.party.update({
      where: ctx.key(partyId),
      data: { email: 'other@ashcombebrewery.example' },
    });
    pass(10_000);
    await sendMessage(system, messageId);
    expect((await mailbox.messages())[0]?.envelope.to).toEqual(['ellie@ashcombebrewery.example']);
    const { id } = await sendAgain(ctx, { id: messageId, newId: newId() });
    expect((await stateOf(id)).toEmail).toBe('other@ashcombebrewery.example');
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
  expect(await messagesOf(stranger.ctx, partyId)).toEqual([]);
  expect(await unscopedDb().message.count({ where: { id: messageId, state: 'WAITING' } })).toBe(1);
});
