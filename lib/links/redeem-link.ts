import { Refused } from '@/lib/actions/refused';
import { makePortalContext } from '@/lib/auth/make-context';
import { PORTAL_SESSION_DAYS } from '@/lib/auth/portal-session';
import { hashToken, randomToken } from '@/lib/auth/secrets';
import { newId } from '@/lib/db/new-id';
import { recordEvent } from '@/lib/events/record-event';
import type { Locale } from '@/lib/i18n/locale';
import { chosenLocale, deadBecause, findLink } from './find-link';

const DAY_MS = 86_400_000;

export type Redeemed = {
  businessId: string;
  slug: string;
  documentId: string | null;
  cookie: string;
  /** The language this person last chose here, else the client's own. */
  locale: Locale;
};

/**
 * The press of the button behind a link: makes a session of its own for that contact and returns the opaque cookie.
 * A sign-in link works once, however many press at the same moment; a document link until it expires or is revoked.
 * Refuses a dead or unknown link.
 */
export async function redeemLink(
  token: string,
  from: { userAgent: string; address: string },
  now: Date,
): Promise<Redeemed> {
  const link = await findLink(token);
  if (!link || deadBecause(link, now)) throw new Refused('portal.errors.deadLink');
  const { contact, business, party } = link;
  const locale = await chosenLocale(link);
  const sessionId = newId();
  const cookie = randomToken();
  const ctx = makePortalContext(
    {
      business,
      party,
      contactId: link.contactId,
      contactName: contact ? `${contact.givenName} ${contact.familyName}`.trim() : null,
      sessionId,
      locale,
    },
    () => now,
  );
  await ctx.transact(async (tx) => {
    // Conditional on the state just seen, so that a revocation or a second press cannot slip in between.
    const { count } = await tx.link.updateMany({
      where: { id: link.id, revokedAt: null, usedAt: null, expiresAt: { gt: now } },
      data: link.purpose === 'SIGN_IN' ? { usedAt: now } : { revokedAt: null },
    });
    if (count !== 1) throw new Refused('portal.errors.deadLink');
    await tx.portalSession.create({
      data: {
        businessId: business.id,
        id: sessionId,
        tokenHash: hashToken(cookie),
        linkId: link.id,
        partyId: link.partyId,
        contactId: link.contactId,
        locale,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + PORTAL_SESSION_DAYS * DAY_MS),
        userAgent: from.userAgent.slice(0, 300),
        address: from.address.slice(0, 64),
      },
    });
    await recordEvent(tx, ctx, {
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
    locale: locale ?? party.locale,
  };
}
