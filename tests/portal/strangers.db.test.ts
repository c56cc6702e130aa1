import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Missing } from '@/lib/actions/refused';
import { portalCookie, staffCookie } from '@/lib/auth/cookies';
import { newId } from '@/lib/db/new-id';
import { storeDocumentPdf } from '@/lib/documents/pdf-file';
import { recordPayment } from '@/lib/payments/record-payment';
import { startCheckout } from '@/lib/payments/start-checkout';
import { readCheckout } from '@/lib/portal/checkout';
import { downloadInvoices } from '@/lib/portal/download-invoices';
import { readInvoice } from '@/lib/portal/invoice';
import { invoicePdf } from '@/lib/portal/invoice-pdf';
import { homeInvoices, invoicePage } from '@/lib/portal/invoices';
import { readPayable } from '@/lib/portal/payable';
import { paymentPage, readReceipt } from '@/lib/portal/payments';
import { readStatement } from '@/lib/portal/read-statement';
import { endMySessions, mySessions } from '@/lib/portal/sessions';
import { makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';
import { makeContact, makeWorld, signInClient } from './world';

// The request's cookies are Next's; everything else here is real.
const jar = new Map<string, string>();
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
  }),
  headers: async () => new Headers(),
}));

beforeEach(() => jar.clear());

describe('A client', () => {
  it.each(['another client of the same business', 'a client of another business', 'nobody at all'])(
    'finds nothing of %s',
    async (whose) => {
      const { ctx, party } = await makeWorld();
      const { client } = await signInClient(ctx, { partyId: party.id });
      const elsewhere = whose === 'a client of another business' ? await makeWorld() : null;
      const owner = elsewhere?.ctx ?? ctx;
      const stranger = elsewhere?.party ?? (await makeClient(ctx, { email: 'x@stranger.example' }));
      const invoice = await makeInvoice(owner, stranger.id);
      const payment = await recordPayment(owner, {
        id: newId(),
        partyId: stranger.id,
        currency: 'GBP',
        amount: 100n,
        method: 'CASH',
        receivedOn: owner.today(),
        allocations: [],
        sendReceipt: false,
      });
      const other = await signInClient(owner, { partyId: stranger.id });
      const nobody = whose === 'nobody at all';
      const documentId = nobody ? newId() : invoice.id;

      await expect(readInvoice(client, documentId)).rejects.toBeInstanceOf(Missing);
      await expect(invoicePdf(client, documentId)).rejects.toBeInstanceOf(Missing);
      await expect(downloadInvoices(client, [documentId])).rejects.toBeInstanceOf(Missing);
      await expect(readReceipt(client, nobody ? newId() : payment.id)).rejects.toBeInstanceOf(
        Missing,
      );
      await expect(readCheckout(client, newId())).rejects.toBeInstanceOf(Missing);
      await expect(
        endMySessions(client, { id: nobody ? newId() : other.client.sessionId }),
      ).rejects.toBeInstanceOf(Missing);
      expect(await readPayable(client, { ids: [documentId] })).toEqual([]);
      await expect(startCheckout(client, { documentIds: [documentId] })).rejects.toThrow();
      expect((await homeInvoices(client, 'all')).total).toBe(1);
      expect((await invoicePage(client, { shown: 'all' })).rows).toHaveLength(1);
      expect((await paymentPage(client, {})).rows).toEqual([]);
      expect(await mySessions(client)).toHaveLength(1);
      const year = { currency: 'GBP', from: '2020-01-01', to: client.today() };
      expect((await readStatement(client, year)).lines).toHaveLength(1);
      expect(await ctx.db.documentView.count()).toBe(0);
    },
    60_000,
  );

  it('finds no draft, though it is their own', async () => {
    const { ctx, party } = await makeWorld();
    const { client } = await signInClient(ctx, { partyId: party.id });
    const draft = await makeDraft(ctx, party.id);
    await expect(readInvoice(client, draft.id)).rejects.toBeInstanceOf(Missing);
    await expect(invoicePdf(client, draft.id)).rejects.toBeInstanceOf(Missing);
    await expect(downloadInvoices(client, [draft.id])).rejects.toBeInstanceOf(Missing);
  });

  it('sees their own sign-ins, not those of other people of the same client', async () => {
    const { ctx, party } = await makeWorld();
    const contact = await makeContact(ctx, party.id, 'hannah@ashcombebrewery.example');
    const owner = await signInClient(ctx, { partyId: party.id });
    const hannah = await signInClient(ctx, { partyId: party.id, contactId: contact.id });
    expect((await mySessions(hannah.client)).map(({ id }) => id)).toEqual([
      hannah.client.sessionId,
    ]);
    await expect(
      endMySessions(hannah.client, { id: owner.client.sessionId }),
    ).rejects.toBeInstanceOf(Missing);
    await endMySessions(hannah.client, 'others');
    expect(await mySessions(owner.client)).toHaveLength(1);
  });
});

describe('A cookie', () => {
  it('of the staff opens no portal, and one of the portal no desk', async () => {
    const { findPortalContext } = await import('@/lib/auth/portal-session');
    const { findStaffContextFor } = await import('@/lib/auth/membership');
    const { ctx, party } = await makeWorld();
    const { cookie } = await signInClient(ctx, { partyId: party.id });
    const { slug, id } = ctx.business;

    jar.set(staffCookie(), cookie);
    expect(await findStaffContextFor(slug, 'invoices.read')).toBeNull();
    expect(await findPortalContext(slug)).toBeNull();
    jar.clear();
    jar.set(portalCookie(id), 'a-staff-token');
    expect(await findPortalContext(slug)).toBeNull();
    jar.set(portalCookie(id), cookie);
    expect(await findPortalContext(slug)).toMatchObject({
      kind: 'portal',
      party: { id: party.id },
    });
    expect(await findStaffContextFor(slug, 'invoices.read')).toBeNull();
  });

  it('for one business opens no portal of another, whatever it is called', async () => {
    const { findPortalContext } = await import('@/lib/auth/portal-session');
    const { ctx, party } = await makeWorld();
    const other = await makeWorld();
    const { cookie } = await signInClient(ctx, { partyId: party.id });
    jar.set(portalCookie(other.ctx.business.id), cookie);
    expect(await findPortalContext(other.ctx.business.slug)).toBeNull();
    expect(await findPortalContext('no-such-business')).toBeUndefined();
  });
});

describe('A ZIP', () => {
  it('leaves out what is not the client’s, however it is asked for', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const { client } = await signInClient(ctx, { partyId: party.id });
    const stranger = await makeClient(ctx, { email: 'x@stranger.example' });
    const foreign = await makeInvoice(ctx, stranger.id);
    await storeDocumentPdf(ctx, invoice.id);
    const response = await downloadInvoices(client, [foreign.id, invoice.id, newId()]);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.includes(invoice.number)).toBe(true);
    expect(await ctx.db.documentView.findMany({ select: { documentId: true } })).toEqual([
      { documentId: invoice.id },
    ]);
    await expect(downloadInvoices(client, ["' OR 1=1 --"])).rejects.toBeInstanceOf(Missing);
    await expect(downloadInvoices(client, [])).rejects.toBeInstanceOf(Missing);
  }, 60_000);
});
