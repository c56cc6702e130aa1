import { unscopedDb } from '@/lib/db/client';
import { TITLE } from '@/lib/documents/title';
import type { Locale } from '@/lib/i18n/locale';
import { greetingName } from '@/lib/parties/names';
import { linkIdOf } from './link-url';

/** The row a token belongs to, with what its pages need. Null for a token we never made. */
export async function findLink(token: string) {
  const id = linkIdOf(token);
  if (!id) return null;
  return unscopedDb().link.findUnique({
    where: { id },
    select: {
      id: true,
      businessId: true,
      purpose: true,
      partyId: true,
      contactId: true,
      documentId: true,
      ends: {
        select: {
          id: true,
          linkId: true,
          userAgent: true,
          address: true,
          createdAt: true,
          revokedAt: true,
        },
      },
      sentTo: true,
      expiresAt: true,
      usedAt: true,
      revokedAt: true,
      business: true,
      party: true,
      contact: {
        select: { id: true, givenName: true, familyName: true, email: true, archivedAt: true },
      },
      document: {
        select: {
          id: true,
          number: true,
          currency: true,
          openAmount: true,
          dueOn: true,
          voidedAt: true,
          ...TITLE,
        },
      },
    },
  });
}

export type FoundLink = NonNullable<Awaited<ReturnType<typeof findLink>>>;

/** Why a link no longer opens anything, or null while it does. */
export function deadBecause(
  link: Pick<FoundLink, 'expiresAt' | 'usedAt' | 'revokedAt' | 'contact' | 'ends'>,
  now: Date,
): 'revoked' | 'used' | 'expired' | null {
  if (link.revokedAt || link.contact?.archivedAt) return 'revoked';
  if (link.usedAt || link.ends?.revokedAt) return 'used';
  return link.expiresAt <= now ? 'expired' : null;
}

/** Where a fresh link for the same person goes: the address stored for them today, or null when there is none any more. */
export function freshAddress(link: {
  contactId: string | null;
  contact: { email: string; archivedAt: Date | null } | null;
  party: { email: string };
}): string | null {
  if (!link.contactId) return link.party.email;
  if (!link.contact || link.contact.archivedAt) return null;
  return link.contact.email || link.party.email;
}

/** The language the person behind a link chose last time they were signed in, or null when they never chose. */
export async function chosenLocale(
  link: Pick<FoundLink, 'businessId' | 'partyId' | 'contactId'>,
): Promise<Locale | null> {
  const { businessId, partyId, contactId } = link;
  const session = await unscopedDb().portalSession.findFirst({
    where: { businessId, partyId, contactId, locale: { not: null } },
    orderBy: { createdAt: 'desc' },
    select: { locale: true },
  });
  return session?.locale ?? null;
}

/** What to call the person a link was sent to, as a letter does; '' when only a company is known. */
export async function greetedName(link: FoundLink, locale: Locale): Promise<string> {
  const { contact, party, businessId } = link;
  const asPerson = (name: { givenName: string; familyName: string }) =>
    greetingName({ kind: 'PERSON', ...name }, locale);
  if (contact) return asPerson(contact);
  if (party.kind === 'PERSON') return asPerson(party) || party.displayName;
  const main = await unscopedDb().contact.findFirst({
    where: {
      businessId,
      partyId: party.id,
      isMain: true,
      archivedAt: null,
      email: { in: ['', party.email] },
    },
    select: { givenName: true, familyName: true },
  });
  return main ? asPerson(main) : '';
}
