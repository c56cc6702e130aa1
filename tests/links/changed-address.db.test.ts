import { describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { makeSystemContext } from '@/lib/auth/make-context';
import { newId } from '@/lib/db/new-id';
import { copyLink } from '@/lib/invoices/copy-link';
import { sendInvoice } from '@/lib/invoices/send-invoice';
import { sendInvoices } from '@/lib/invoices/send-invoices';
import { sendAgain } from '@/lib/messages/send-again';
import { mailRequestedLink } from '@/lib/portal/mail-requested-link';
import { makeBusiness, makeClient, makeInvoice } from '@/prisma/seed/builders';
import { arrivingDuring } from '../support/held';

const OLD = 'ellie@ashcombebrewery.example';
const NEW = 'accounts@ashcombebrewery.example';

async function makeWorld() {
  const { ctx } = await makeBusiness();
  const party = await makeClient(ctx, { email: OLD });
  const invoice = await makeInvoice(ctx, party.id);
  return { ctx, party, invoice };
}

/** While a colleague is changing the client's address, `start` comes along. Where its links went, and its mails. */
async function whileAddressChanges(
  { ctx, party }: Awaited<ReturnType<typeof makeWorld>>,
  start: () => Promise<unknown>,
): Promise<{ links: string[]; mails: string[] }> {
  const before = await sentTo(ctx);
  const sql = 'UPDATE "Party" SET email = $2 WHERE id = $1';
  await arrivingDuring({ sql, values: [party.id, NEW] }, start);
  const after = await sentTo(ctx);
  return {
    links: after.links.slice(before.links.length),
    mails: after.mails.slice(before.mails.length),
  };
}

async function sentTo({ db }: StaffContext) {
  const links = await db.link.findMany({ orderBy: { id: 'asc' } });
  const mails = await db.message.findMany({ orderBy: { id: 'asc' } });
  return { links: links.map((row) => row.sentTo), mails: mails.map((row) => row.toEmail) };
}

describe('While a client’s address is being changed, the old one gets nothing of', () => {
  it('invoices that are sent by the dozen', async () => {
    const world = await makeWorld();
    const order = { formId: newId(), ids: [world.invoice.id] };
    const sent = await whileAddressChanges(world, () => sendInvoices(world.ctx, order));
    expect(sent).toEqual({ links: [NEW], mails: [NEW] });
  });

  it('a mail that is sent again', async () => {
    const world = await makeWorld();
    const { ctx, invoice } = world;
    const form = { formId: newId(), id: invoice.id, version: 0, to: OLD, cc: [], attachPdf: false };
    const { messageId } = await sendInvoice(ctx, form);
    await ctx.db.message.update({ where: ctx.key(messageId), data: { state: 'SENT' } });
    const sent = await whileAddressChanges(world, () =>
      sendAgain(ctx, { id: messageId, newId: newId() }),
    );
    expect(sent).toEqual({ links: [NEW], mails: [NEW] });
  });

  it('a link that somebody there asked for: it is not theirs any more', async () => {
    const world = await makeWorld();
    const asked = { businessId: world.ctx.business.id, requestId: newId(), documentId: null };
    const system = makeSystemContext(world.ctx.business);
    const typed = await whileAddressChanges(world, () =>
      mailRequestedLink(system, { ...asked, email: OLD, linkId: null }),
    );
    expect(typed).toEqual({ links: [], mails: [] });
  });

  it('a fresh link in place of an old one', async () => {
    const world = await makeWorld();
    const { ctx, invoice } = world;
    await copyLink(ctx, invoice.id);
    const { id: linkId } = await ctx.db.link.findFirstOrThrow();
    const asked = { businessId: ctx.business.id, requestId: newId(), documentId: null };
    const renewed = await whileAddressChanges(world, () =>
      mailRequestedLink(makeSystemContext(ctx.business), { ...asked, email: null, linkId }),
    );
    expect(renewed).toEqual({ links: [NEW], mails: [NEW] });
  });

  it('a link that a colleague copies', async () => {
    const world = await makeWorld();
    const copied = await whileAddressChanges(world, () => copyLink(world.ctx, world.invoice.id));
    expect(copied).toEqual({ links: [NEW], mails: [] });
  });
});
