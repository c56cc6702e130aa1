import { setTimeout as pause } from 'node:timers/promises';
import type { SystemContext } from '@/lib/auth/context';
import { makeSystemContext } from '@/lib/auth/make-context';
import { withinLimit } from '@/lib/auth/rate-limit';
import type { Business } from '@/lib/db/generated/client';
import { createSignInLink } from '@/lib/links/create-link';
import { type FoundLink, freshAddress } from '@/lib/links/find-link';
import { queuePortalLinkMail } from '@/lib/messages/queue-portal-link-mail';

/** Longer than the work ever takes, so that the answer's time says nothing about the address (safety AU-07). */
const ANSWER_AFTER_MS = 450;

/** Mails to one address that somebody without a session may cause (safety AU-09). */
const PER_RECIPIENT = { most: 4, seconds: 3600 };
const PER_NETWORK = { most: 30, seconds: 3600 };

/** A bookkeeper may look after several clients of one business; each gets a link of its own. */
const MOST_CLIENTS = 5;

/** By typed address (in its stored spelling), or by an old link that its holder wants renewed. */
export type Wanted = { email: string; documentId?: string | null } | { link: FoundLink };

type Recipient = { partyId: string; contactId: string | null; sentTo: string };

/**
 * Mails a link that signs in once, to an address the business has stored and no other. A known address, an unknown one
 * and one that is asked too often get the same answer after the same time. `network` is the caller's `rateLimitKey`.
 */
export async function requestLink(
  business: Business,
  wanted: Wanted,
  caller: { network: string; now: Date },
): Promise<void> {
  await Promise.all([request(business, wanted, caller), pause(ANSWER_AFTER_MS)]);
}

async function request(
  business: Business,
  wanted: Wanted,
  { network, now }: { network: string; now: Date },
): Promise<void> {
  const ctx = makeSystemContext(business, { clock: () => now });
  const address = 'link' in wanted ? freshAddress(wanted.link) : wanted.email;
  const allowed =
    (await withinLimit(
      'portal-link-mail',
      `${business.id} ${address ?? ''}`,
      PER_RECIPIENT,
      now,
    )) && (await withinLimit('portal-link-network', `${business.id} ${network}`, PER_NETWORK, now));
  if (!address || !allowed) return;
  const recipients =
    'link' in wanted
      ? [{ partyId: wanted.link.partyId, contactId: wanted.link.contactId, sentTo: address }]
      : await recipientsOf(ctx, address);
  const documentId = 'link' in wanted ? wanted.link.documentId : (wanted.documentId ?? null);
  for (const recipient of recipients) await mailLink(ctx, recipient, documentId);
}

async function mailLink(
  ctx: SystemContext,
  recipient: Recipient,
  documentId: string | null,
): Promise<void> {
  await ctx.transact(async (tx) => {
    const own = documentId
      ? await tx.document.findFirst({
          where: { id: documentId, partyId: recipient.partyId, issuedAt: { not: null } },
          select: { id: true },
        })
      : null;
    const linkId = await createSignInLink(tx, ctx, { ...recipient, documentId: own?.id ?? null });
    await queuePortalLinkMail(tx, ctx, { linkId });
  });
}

/** Everybody the address belongs to: clients by their main address, and living contacts. Written as it is stored. */
async function recipientsOf(ctx: SystemContext, email: string): Promise<Recipient[]> {
  const [contacts, parties] = await Promise.all([
    ctx.db.contact.findMany({
      where: { email, archivedAt: null },
      orderBy: { createdAt: 'asc' },
      take: MOST_CLIENTS,
      select: { id: true, partyId: true, email: true },
    }),
    ctx.db.party.findMany({
      where: { email },
      orderBy: { createdAt: 'asc' },
      take: MOST_CLIENTS,
      select: { id: true, email: true },
    }),
  ]);
  const named = contacts.map((contact) => ({
    partyId: contact.partyId,
    contactId: contact.id,
    sentTo: contact.email,
  }));
  const others = parties
    .filter(({ id }) => !named.some(({ partyId }) => partyId === id))
    .map((party) => ({ partyId: party.id, contactId: null, sentTo: party.email }));
  return [...named, ...others].slice(0, MOST_CLIENTS);
}
