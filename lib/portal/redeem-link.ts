import { Refused } from '@/lib/actions/refused';
import type { PortalContext } from '@/lib/auth/context';
import { makePortalContext } from '@/lib/auth/make-context';
import { PORTAL_SESSION_DAYS } from '@/lib/auth/portal-session';
import { hashToken, randomToken } from '@/lib/auth/secrets';
import { newId } from '@/lib/db/new-id';
import { recordEvent } from '@/lib/events/record-event';
import type { Locale } from '@/lib/i18n/locale';
import { personName } from '@/lib/i18n/person-name';
import { chosenLocale, deadBecause, type FoundLink, findLink } from '@/lib/links/find-link';
import { announceDevice, isNewDevice } from './new-device';

const DAY_MS = 86_400_000;

/** Who presses: `device` is the cookie by which we know this browser again, or null for one that has none. */
export type Presser = { userAgent: string; address: string; device: string | null };

export type Redeemed = {
  businessId: string;
  slug: string;
  documentId: string | null;
  cookie: string;
  /** What the device's cookie holds from now on. */
  device: string;
  /** The language this person last chose here, else the client's own. */
  locale: Locale;
};

/**
 * The press of the button behind a link: makes a session of its own for that contact and returns the opaque cookie.
 * A sign-in link works once, however many press at the same moment; a document link until it expires or is revoked.
 * A device that this person has not used before is told to them by mail. Refuses a dead or unknown link,
 * and one that is not for signing in.
 */
export async function redeemLink(token: string, from: Presser, now: Date): Promise<Redeemed> {
  const link = await findLink(token);
  if (!link || link.purpose === 'END_SESSION' || deadBecause(link, now)) {
    throw new Refused('portal.errors.deadLink');
  }
  const { business, party } = link;
  const locale = await chosenLocale(link);
  const cookie = randomToken();
  const device = from.device && /^[\w-]{43}$/.test(from.device) ? from.device : randomToken();
  const session = {
    id: newId(),
    tokenHash: hashToken(cookie),
    deviceHash: hashToken(device),
    linkId: link.id,
    partyId: link.partyId,
    contactId: link.contactId,
    locale,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + PORTAL_SESSION_DAYS * DAY_MS),
    userAgent: from.userAgent.slice(0, 300),
    address: from.address.slice(0, 64),
  };
  const ctx = contextOf(link, session.id, locale, now);
  const isNew = await isNewDevice(ctx, session.deviceHash);
  await ctx.transact(async (tx) => {
    // Conditional on the state just seen, so that a revocation or a second press cannot slip in between.
    const { count } = await tx.link.updateMany({
      where: { id: link.id, revokedAt: null, usedAt: null, expiresAt: { gt: now } },
      data: link.purpose === 'SIGN_IN' ? { usedAt: now } : { revokedAt: null },
    });
    if (count !== 1) throw new Refused('portal.errors.deadLink');
    await tx.portalSession.create({ data: { businessId: business.id, ...session } });
    if (isNew) await announceDevice(tx, ctx, link, session);
    recordEvent(tx, ctx, {
      kind: 'portal.signedIn',
      partyId: link.partyId,
      documentId: link.documentId,
      data: { purpose: link.purpose },
    });
  });
  return {
    businessId: business.id,
    slug: business.slug,
    documentId: link.documentId,
    cookie,
    device,
    locale: locale ?? party.locale,
  };
}

/** The context of the person a link was made for. */
export function contextOf(
  link: FoundLink,
  sessionId: string,
  locale: Locale | null,
  now: Date,
): PortalContext {
  const { business, party, contact, contactId } = link;
  const contactName = contact ? personName(contact) : null;
  return makePortalContext(
    { business, party, contactId, contactName, sessionId, locale },
    () => now,
  );
}
