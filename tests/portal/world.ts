import type { PortalContext, StaffContext } from '@/lib/auth/context';
import { findPortalSession } from '@/lib/auth/portal-session';
import { newId } from '@/lib/db/new-id';
import { createDocumentLink, createSignInLink } from '@/lib/links/create-link';
import { linkUrl } from '@/lib/links/link-url';
import { redeemLink } from '@/lib/portal/redeem-link';
import { makeBusiness, makeClient, makeInvoice } from '@/prisma/seed/builders';

export const BROWSER = {
  userAgent: 'Mozilla/5.0 (iPhone) Safari/605',
  address: '192.0.2.7',
  device: 'd'.repeat(43),
};

/** One business with one client and one issued invoice of £1,840.00, due in thirty days. */
export async function makeWorld() {
  const { ctx } = await makeBusiness();
  const party = await makeClient(ctx);
  const invoice = await makeInvoice(ctx, party.id);
  return { ctx, party, invoice };
}

type Holder = { partyId: string; contactId?: string | null; documentId?: string | null };

/** The token of a fresh link, as it would stand in a mail. */
export async function makeToken(
  ctx: StaffContext,
  purpose: 'document' | 'signIn',
  { partyId, contactId = null, documentId = null }: Holder,
): Promise<{ id: string; token: string }> {
  const to = { partyId, contactId, sentTo: 'ellie@ashcombebrewery.example' };
  const id = await ctx.transact((tx) =>
    purpose === 'document'
      ? createDocumentLink(tx, ctx, { ...to, documentId: String(documentId) })
      : createSignInLink(tx, ctx, { ...to, documentId }),
  );
  return { id, token: linkUrl(id).split('/l/')[1] ?? '' };
}

/** A client's session, got the way clients get it: by pressing the button behind a link. */
export async function signInClient(
  ctx: StaffContext,
  holder: Holder,
  now: Date = ctx.now(),
): Promise<{ client: PortalContext; cookie: string }> {
  const { token } = await makeToken(ctx, 'signIn', holder);
  const { cookie } = await redeemLink(token, BROWSER, now);
  const client = await findPortalSession(ctx.business.id, cookie, now);
  if (!client) throw new Error('the session is not there');
  return { client, cookie };
}

/** One more person of a client. */
export async function makeContact(ctx: StaffContext, partyId: string, email: string) {
  return ctx.db.contact.create({
    data: {
      businessId: ctx.business.id,
      id: newId(),
      partyId,
      givenName: 'Hannah',
      familyName: 'Osei',
      email,
      createdAt: ctx.now(),
    },
  });
}
