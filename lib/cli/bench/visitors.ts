import type { PortalContext, StaffContext } from '@/lib/auth/context';
import { portalCookie, staffCookie } from '@/lib/auth/cookies';
import { makePortalContext, makeStaffContext } from '@/lib/auth/make-context';
import { hashToken, randomToken } from '@/lib/auth/secrets';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { createDocumentLink } from '@/lib/links/create-link';

const DAY_MS = 86_400_000;
const BROWSER = { userAgent: 'bench', address: '127.0.0.1' };

/** The business's owner, on the database as it is opened now. */
export async function owner(businessId: string): Promise<StaffContext> {
  const db = unscopedDb();
  const business = await db.business.findUniqueOrThrow({ where: { id: businessId } });
  const { user, role } = await db.membership.findFirstOrThrow({
    where: { businessId },
    include: { user: true },
  });
  return makeStaffContext({ business, user, role, sessionId: newId() });
}

/** Signs a person in without the form; returns the cookie. */
export async function staffVisitor(ctx: StaffContext): Promise<string> {
  const token = randomToken();
  const id = newId();
  await unscopedDb().staffSession.create({
    data: { id, tokenHash: hashToken(token), userId: ctx.user.id, ...lifetime(), ...BROWSER },
  });
  return `${staffCookie()}=${token}`;
}

/** Signs a client in to the portal with a link to one of their invoices; returns the cookie. */
export async function portalVisitor(
  ctx: StaffContext,
  partyId: string,
  documentId: string,
): Promise<string> {
  const token = randomToken();
  const linkId = await ctx.transact((tx) =>
    createDocumentLink(tx, ctx, { partyId, contactId: null, documentId, sentTo: 'a@b.example' }),
  );
  await unscopedDb().portalSession.create({
    data: {
      businessId: ctx.business.id,
      id: newId(),
      tokenHash: hashToken(token),
      linkId,
      partyId,
      ...lifetime(),
      ...BROWSER,
    },
  });
  return `${portalCookie(ctx.business.id)}=${token}`;
}

/** A client as the portal knows them, for deeds. */
export async function portalClient(ctx: StaffContext, partyId: string): Promise<PortalContext> {
  const party = await ctx.db.party.findUniqueOrThrow({ where: ctx.key(partyId) });
  return makePortalContext({
    business: ctx.business,
    party,
    contactId: null,
    contactName: null,
    sessionId: newId(),
    locale: null,
  });
}

function lifetime() {
  const now = new Date();
  const expiresAt = new Date(now.getTime() + DAY_MS);
  return { createdAt: now, lastSeenAt: now, expiresAt };
}
