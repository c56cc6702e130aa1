import { describe, expect, it } from 'vitest';
import { makeSystemContext } from '@/lib/auth/make-context';
import { unscopedDb } from '@/lib/db/client';
import type { Business } from '@/lib/db/generated/client';
import { newId } from '@/lib/db/new-id';
import { findLink } from '@/lib/links/find-link';
import { mailRequestedLink } from '@/lib/portal/mail-requested-link';
import { requestLink, type Wanted } from '@/lib/portal/request-link';
import { makeClient, makeInvoice } from '@/prisma/seed/builders';
import { runJobs } from '../support/run-jobs';
import { makeContact, makeToken, makeWorld } from './world';

let network = 0;

/** Asks, and has the worker do what was asked for. */
async function asked(
  business: Business,
  wanted: Wanted,
  from: Parameters<typeof requestLink>[2],
): Promise<void> {
  await requestLink(business, wanted, from);
  await runJobs({ only: ['mail-portal-link'] });
}

const caller = (now: Date) => ({ network: `192.0.2.${++network}`, now });

async function mails(ctx: Awaited<ReturnType<typeof makeWorld>>['ctx']) {
  return ctx.db.message.findMany({ where: { kind: 'PORTAL_LINK' }, orderBy: { createdAt: 'asc' } });
}

describe('Asking for a link', () => {
  it('mails one to the stored address, byte for byte, that works once for a quarter of an hour', async () => {
    const { ctx, party, invoice } = await makeWorld();
    await asked(ctx.business, { email: party.email, documentId: invoice.id }, caller(ctx.now()));
    const [mail, ...more] = await mails(ctx);
    expect(more).toEqual([]);
    expect(mail?.toEmail).toBe(party.email);
    const link = await ctx.db.link.findUniqueOrThrow({ where: ctx.key(String(mail?.linkId)) });
    expect(link).toMatchObject({ purpose: 'SIGN_IN', sentTo: party.email, documentId: invoice.id });
    expect(link.expiresAt.getTime() - link.createdAt.getTime()).toBe(15 * 60_000);
    expect(mail?.html).not.toContain('/l/');
  });

  it('does the same for an address nobody knows as for a known one, until the worker looks', async () => {
    const { ctx, party } = await makeWorld();
    const jobs = async () => {
      const rows = await unscopedDb().$queryRaw<{ n: bigint }[]>`
        SELECT count(*) AS n FROM pgboss.job
        WHERE name = 'mail-portal-link' AND data->>'businessId' = ${ctx.business.id}`;
      return Number(rows[0]?.n);
    };
    await requestLink(ctx.business, { email: party.email }, caller(ctx.now()));
    expect(await jobs()).toBe(1);
    await requestLink(ctx.business, { email: 'nobody@elsewhere.example' }, caller(ctx.now()));
    expect(await jobs()).toBe(2);
    expect(await ctx.db.link.count()).toBe(0);
    const run = await runJobs({ only: ['mail-portal-link'] });
    expect(run.failed).toEqual([]);
    expect(await mails(ctx)).toHaveLength(1);
    expect(await ctx.db.link.count()).toBe(1);
  });

  it('is mailed once, though its job runs twice', async () => {
    const { ctx, party } = await makeWorld();
    const system = makeSystemContext(ctx.business);
    const payload = {
      businessId: ctx.business.id,
      requestId: newId(),
      email: party.email,
      linkId: null,
      documentId: null,
    };
    await mailRequestedLink(system, payload);
    await mailRequestedLink(system, payload);
    expect(await mails(ctx)).toHaveLength(1);
    expect(await ctx.db.link.count()).toBe(1);
  });

  it('knows a person of a client, but not one who was archived', async () => {
    const { ctx, party } = await makeWorld();
    const contact = await makeContact(ctx, party.id, 'hannah@ashcombebrewery.example');
    await asked(ctx.business, { email: contact.email }, caller(ctx.now()));
    expect(await ctx.db.link.findMany({ select: { contactId: true } })).toEqual([
      { contactId: contact.id },
    ]);
    await ctx.db.contact.update({ where: ctx.key(contact.id), data: { archivedAt: ctx.now() } });
    await asked(ctx.business, { email: contact.email }, caller(ctx.now()));
    expect(await mails(ctx)).toHaveLength(1);
  });

  it('gives a bookkeeper of two clients a link to each', async () => {
    const { ctx, party } = await makeWorld();
    const second = await makeClient(ctx, { displayName: 'Harbour Lights Ltd' });
    await asked(ctx.business, { email: party.email }, caller(ctx.now()));
    const links = await ctx.db.link.findMany({ select: { partyId: true } });
    expect(links.map(({ partyId }) => partyId).sort()).toEqual([party.id, second.id].sort());
  });

  it('does not know the clients of another business', async () => {
    const { party } = await makeWorld();
    const other = await makeWorld();
    await other.ctx.db.party.update({
      where: other.ctx.key(other.party.id),
      data: { email: 'someone@else.example' },
    });
    await asked(other.ctx.business, { email: party.email }, caller(other.ctx.now()));
    expect(await mails(other.ctx)).toEqual([]);
  });

  it('for an invoice of another client leads to the portal and says nothing of the invoice', async () => {
    const { ctx, party } = await makeWorld();
    const other = await makeClient(ctx, { email: 'other@client.example' });
    const foreign = await makeInvoice(ctx, other.id);
    await asked(ctx.business, { email: party.email, documentId: foreign.id }, caller(ctx.now()));
    expect(await ctx.db.link.findMany({ select: { documentId: true } })).toEqual([
      { documentId: null },
    ]);
  });

  it('mails at most four an hour to one address, whoever asks from wherever', async () => {
    const { ctx, party } = await makeWorld();
    for (let i = 0; i < 6; i++)
      await asked(ctx.business, { email: party.email }, caller(ctx.now()));
    expect(await mails(ctx)).toHaveLength(4);
  });

  it('mails nothing more for a network that asks for very many', async () => {
    const { ctx, party } = await makeWorld();
    const now = ctx.now();
    const windowStart = new Date(Math.floor(now.getTime() / 3_600_000) * 3_600_000);
    await asked(ctx.business, { email: 'nobody@x.example' }, { network: 'crowd', now });
    await unscopedDb().rateLimit.updateMany({
      where: { key: { startsWith: 'portal-link-network' }, windowStart, count: 1 },
      data: { count: 30 },
    });
    await asked(ctx.business, { email: party.email }, { network: 'crowd', now });
    expect(await mails(ctx)).toEqual([]);
  });

  it('with a dead link renews it for the same person, to the address stored today', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const { token } = await makeToken(ctx, 'document', {
      partyId: party.id,
      documentId: invoice.id,
    });
    await ctx.db.party.update({
      where: ctx.key(party.id),
      data: { email: 'today@ashcombe.example' },
    });
    const link = await findLink(token);
    if (!link) throw new Error('no link');
    await asked(ctx.business, { link }, caller(ctx.now()));
    const [mail] = await mails(ctx);
    expect(mail).toMatchObject({ toEmail: 'today@ashcombe.example', documentId: invoice.id });
  });
});
