import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
import { makeStaffContext, makeSystemContext } from '@/lib/auth/make-context';
import { newId } from '@/lib/db/new-id';
import { forgetEnv } from '@/lib/env/env';
import { storeFile } from '@/lib/files/store';
import { sendInvoices } from '@/lib/invoices/send-invoices';
import { createSignInLink } from '@/lib/links/create-link';
import { revokeLinks } from '@/lib/links/revoke-links';
import { type Mailbox, startMailbox } from '@/lib/mail/mailbox/server';
import { queuePortalLinkMail } from '@/lib/messages/queue-portal-link-mail';
import { queueReceiptMail } from '@/lib/messages/queue-receipt-mail';
import { sendMessage } from '@/lib/messages/send-message';
import { recordPayment } from '@/lib/payments/record-payment';
import { makeBusiness, makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';

let mailbox: Mailbox;
let now: Date;
let ctx: StaffContext;
let system: SystemContext;

const clock = () => now;

beforeAll(async () => {
  mailbox = await startMailbox();
  process.env.SMTP_HOST = mailbox.smtp.host;
  process.env.SMTP_PORT = String(mailbox.smtp.port);
  process.env.SMTP_FROM = 'mail@portico.test';
  forgetEnv();
});
afterAll(() => mailbox.close());
beforeEach(async () => {
  await mailbox.clear();
  now = new Date('2026-03-04T10:00:00Z');
  const made = await makeBusiness({}, clock);
  const logo = await sharp({
    create: { width: 600, height: 300, channels: 3, background: '#0b5d57' },
  })
    .png()
    .toBuffer();
  const logoHash = await storeFile(made.ctx.business.id, logo, 'image/png', now);
  const business = await made.ctx.db.business.update({
    where: { id: made.ctx.business.id },
    data: { logoHash },
  });
  ctx = makeStaffContext({ ...made.ctx, business }, clock);
  system = makeSystemContext(business, { clock });
});

async function contact(partyId: string, email: string, flags: object) {
  const id = newId();
  await ctx.db.contact.create({
    data: {
      businessId: ctx.business.id,
      id,
      partyId,
      givenName: 'Omar',
      email,
      createdAt: now,
      ...flags,
    },
  });
  return id;
}

async function pay(partyId: string, documentId: string | null, amount: bigint) {
  const payment = await recordPayment(ctx, {
    id: newId(),
    partyId,
    currency: 'GBP',
    amount,
    method: 'BANK_TRANSFER',
    receivedOn: '2026-03-04',
    reference: 'FT26',
    allocations: documentId ? [{ documentId, amount }] : [],
    sendReceipt: true,
  });
  return ctx.db.message.findFirstOrThrow({ where: { paymentId: payment.id } });
}

describe('A receipt', () => {
  it('goes once to the main address and the contacts who get receipts, and says what is still due', async () => {
    const party = await makeClient(ctx);
    await contact(party.id, 'omar@ashcombebrewery.example', { getsReceipts: true });
    await contact(party.id, 'sales@ashcombebrewery.example', { getsInvoices: true });
    const { id, number } = await makeInvoice(ctx, party.id);
    const message = await pay(party.id, id, 100_000n);
    expect(await ctx.transact((tx) => queueReceiptMail(tx, ctx, message.paymentId ?? ''))).toBe(
      message.id,
    );
    await sendMessage(system, message.id);
    const [mail, ...more] = await mailbox.messages();
    expect(more).toEqual([]);
    expect(mail?.envelope.to).toEqual([party.email, 'omar@ashcombebrewery.example']);
    expect(mail?.subject).toBe('We have received your payment of £1,000.00');
    expect(mail?.text).toContain(`Still due on ${number} by 3 Apr: £840.00`);
    expect(mail?.headers.find(({ name }) => name === 'Auto-Submitted')?.value).toBe(
      'auto-generated',
    );
    const document = await ctx.db.document.findUniqueOrThrow({ where: ctx.key(id) });
    expect(document.sentAt).toBeNull();
  });

  it('carries the logo inside itself, 80 pixels high, and fetches nothing', async () => {
    const party = await makeClient(ctx);
    const { id } = await makeInvoice(ctx, party.id);
    await sendMessage(system, (await pay(party.id, id, 184_000n)).id);
    const [mail] = await mailbox.messages();
    const at = mail?.attachments.findIndex(({ contentId }) => contentId === 'logo') ?? -1;
    const png = await fetch(`${mailbox.url}/message/${mail?.id}/attachments/${at}`);
    expect(await sharp(await png.arrayBuffer()).metadata()).toMatchObject({
      format: 'png',
      height: 80,
      width: 160,
    });
    expect(mail?.html).toContain('src="cid:logo"');
    expect(mail?.html).not.toMatch(/preload|src="http|url\(/);
  });

  it('of money that settles nothing yet says that it is kept', async () => {
    const party = await makeClient(ctx);
    const message = await pay(party.id, null, 5_000n);
    expect(message).toMatchObject({ linkId: null });
    expect(message.text).toContain('Kept as your credit: £50.00');
  });

  it('is not written for a client without an address, and not sent once the payment is undone', async () => {
    const silent = await makeClient(ctx, { email: '' });
    await recordPayment(ctx, {
      id: newId(),
      partyId: silent.id,
      currency: 'GBP',
      amount: 1n,
      method: 'CASH',
      receivedOn: '2026-03-04',
      allocations: [],
      sendReceipt: true,
    });
    expect(await ctx.db.message.count()).toBe(0);
    const party = await makeClient(ctx);
    const message = await pay(party.id, null, 5_000n);
    await ctx.db.payment.update({
      where: ctx.key(message.paymentId ?? ''),
      data: { reversedAt: now, reversalReason: 'Typed twice' },
    });
    await sendMessage(system, message.id);
    expect(await mailbox.messages()).toEqual([]);
  });
});

describe('A requested link', () => {
  it('goes to the address on the link alone, and not after its quarter of an hour', async () => {
    const party = await makeClient(ctx, { locale: 'ar' });
    const ask = () =>
      ctx.transact(async (tx) => {
        const linkId = await createSignInLink(tx, ctx, {
          partyId: party.id,
          contactId: null,
          sentTo: 'stored@ashcombebrewery.example',
          documentId: null,
        });
        return queuePortalLinkMail(tx, ctx, { linkId });
      });
    const [first, second] = [await ask(), await ask()];
    await sendMessage(system, first);
    const [mail] = await mailbox.messages();
    expect(mail?.envelope.to).toEqual(['stored@ashcombebrewery.example']);
    expect(mail?.subject).toBe('رابطكم إلى Tidewater Signs');
    now = new Date(now.getTime() + 16 * 60_000);
    await sendMessage(system, second);
    expect(await mailbox.messages()).toHaveLength(1);
    expect(await ctx.db.message.findUniqueOrThrow({ where: ctx.key(second) })).toMatchObject({
      state: 'FAILED',
      errorKind: 'linkDead',
    });
  });

  it('that was revoked while it waited is not mailed', async () => {
    const party = await makeClient(ctx);
    const { id } = await makeInvoice(ctx, party.id);
    const message = await pay(party.id, id, 100_000n);
    await revokeLinks(ctx, { partyId: party.id, linkId: message.linkId });
    await sendMessage(system, message.id);
    expect(await mailbox.messages()).toEqual([]);
    expect(await ctx.db.message.findUniqueOrThrow({ where: ctx.key(message.id) })).toMatchObject({
      state: 'FAILED',
      errorKind: 'linkDead',
    });
  });
});

describe('Sending many invoices', () => {
  it('answers each by itself: sent, a draft, a client without an address, a stranger’s', async () => {
    const party = await makeClient(ctx);
    const silent = await makeClient(ctx, { email: '' });
    await contact(party.id, 'books@ashcombebrewery.example', { getsInvoices: true });
    const good = await makeInvoice(ctx, party.id);
    const draft = await makeDraft(ctx, party.id);
    const mute = await makeInvoice(ctx, silent.id);
    const stranger = (await makeBusiness({}, clock)).ctx;
    const theirs = await makeInvoice(stranger, (await makeClient(stranger)).id);
    const order = {
      formId: newId(),
      ids: [good.id, draft.id, mute.id, theirs.id, good.id],
      more: false,
    };
    const rows = await sendInvoices(ctx, order);
    expect(rows).toMatchObject([
      { id: good.id, ok: true, to: party.email },
      { id: draft.id, ok: false, reason: 'mail.errors.draft' },
      { id: mute.id, ok: false, reason: 'mail.errors.noAddress' },
      { id: theirs.id, ok: false, reason: 'errors.missing' },
    ]);
    await sendInvoices(ctx, order);
    expect(await ctx.db.message.findMany({ select: { cc: true } })).toEqual([
      { cc: ['books@ashcombebrewery.example'] },
    ]);
  });
});
