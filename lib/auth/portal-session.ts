import { cookies } from 'next/headers';
import { cache } from 'react';
import { unscopedDb } from '@/lib/db/client';
import { personName } from '@/lib/i18n/person-name';
import type { PortalContext } from './context';
import { portalCookie } from './cookies';
import { makePortalContext } from './make-context';
import { hashToken } from './secrets';

export const PORTAL_SESSION_DAYS = 30;
const SEEN_EVERY_MS = 60_000;

/** The portal context of a cookie value at one business, read afresh; null when it is worth nothing there. */
export async function findPortalSession(
  businessId: string,
  token: string,
  now: Date,
): Promise<PortalContext | null> {
  const session = await unscopedDb().portalSession.findUnique({
    where: { tokenHash: hashToken(token), businessId },
    select: {
      id: true,
      locale: true,
      lastSeenAt: true,
      expiresAt: true,
      revokedAt: true,
      business: true,
      party: true,
      contact: { select: { id: true, givenName: true, familyName: true, archivedAt: true } },
    },
  });
  if (!session || session.revokedAt || session.expiresAt <= now) return null;
  const { contact } = session;
  if (contact?.archivedAt) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
    await unscopedDb().portalSession.updateMany({
      where: { businessId, id: session.id },
      data: { lastSeenAt: now },
    });
  }
  return makePortalContext({
    business: session.business,
    party: session.party,
    contactId: contact?.id ?? null,
    contactName: contact ? personName(contact) : null,
    sessionId: session.id,
    locale: session.locale,
  });
}

/** Who is signed in to this business's portal on this request. `null`: nobody; `undefined`: no such business. */
export const findPortalContext = cache(
  async (slug: string): Promise<PortalContext | null | undefined> => {
    // No business is called that, and PostgreSQL refuses to be asked.
    if (slug.includes('\0')) return undefined;
    const business = await unscopedDb().business.findUnique({
      where: { slug },
      select: { id: true },
    });
    if (!business) return undefined;
    const token = (await cookies()).get(portalCookie(business.id))?.value;
    return token ? findPortalSession(business.id, token, new Date()) : null;
  },
);
