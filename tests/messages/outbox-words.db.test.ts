import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/db/new-id';
import { sendInvoice } from '@/lib/invoices/send-invoice';
import { sendAgain } from '@/lib/messages/send-again';
import { sendMessage } from '@/lib/messages/send-message';
import { makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';
import { ctx, mailbox, mailed, partyId, pass, stateOf, system, withOutbox } from './outbox-world';

withOutbox();

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
