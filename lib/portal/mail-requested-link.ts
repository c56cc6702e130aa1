import type { SystemContext } from '@/lib/auth/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { createSignInLink } from '@/lib/links/create-link';
import { freshAddress } from '@/lib/links/find-link';
import { messageOfEffect } from '@/lib/messages/put-in-outbox';
import { queuePortalLinkMail } from '@/lib/messages/queue-portal-link-mail';

/** A bookkeeper may look after several clients of one business; each gets a link of its own. */
const MOST_CLIENTS = 5;

type Person = { partyId: string; contactId: string | null };

/**
 * Mails what somebody asked for: a link that signs in once, to everybody whom the typed address belongs to, or to the
 * person of the old link at the address stored for them today. Nobody known: nothing. Run again, it mails nothing twice.
 */
export async function mailRequestedLink(
  ctx: SystemContext,
  { requestId, email, linkId, documentId }: JobPayload<'mail-portal-link'>,
): Promise<void> {
  const people = linkId ? await holderOf(ctx, linkId) : await peopleOf(ctx, email ?? '');
  for (const person of people) {
    const effectKey = `asked:${requestId}:${person.contactId ?? person.partyId}`;
    await mailLink(ctx, person, { typed: linkId ? null : email, documentId, effectKey });
  }
}

async function mailLink(
  ctx: SystemContext,
  { partyId, contactId }: Person,
  asked: { typed: string | null; documentId: string | null; effectKey: string },
): Promise<void> {
  const { typed, documentId, effectKey } = asked;
  await ctx.transact(async (tx) => {
    await tx.lock('Party', partyId);
    if (await messageOfEffect(tx, effectKey)) return;
    const party = await tx.party.findUniqueOrThrow({ where: ctx.key(partyId) });
    const contact = contactId && (await tx.contact.findUnique({ where: ctx.key(contactId) }));
    const sentTo = freshAddress({ contactId, contact: contact || null, party });
    // Somebody may have changed the address since it was looked up: then it is no longer theirs.
    if (!sentTo || (typed !== null && sentTo !== typed)) return;
    const own = documentId
      ? await tx.document.findFirst({
          where: { id: documentId, partyId, issuedAt: { not: null } },
          select: { id: true },
        })
      : null;
    const recipient = { partyId, contactId, sentTo };
    const linkId = await createSignInLink(tx, ctx, { ...recipient, documentId: own?.id ?? null });
    await queuePortalLinkMail(tx, ctx, { linkId, effectKey });
  });
}

async function holderOf(ctx: SystemContext, linkId: string): Promise<Person[]> {
  const link = await ctx.db.link.findUnique({
    where: ctx.key(linkId),
    select: { partyId: true, contactId: true },
  });
  return link ? [link] : [];
}

/** Everybody the address belongs to: clients by their main address, and living contacts. Written as it is stored. */
async function peopleOf(ctx: SystemContext, email: string): Promise<Person[]> {
  if (!email) return [];
  const [contacts, parties] = await Promise.all([
    ctx.db.contact.findMany({
      where: { email, archivedAt: null },
      orderBy: { createdAt: 'asc' },
      take: MOST_CLIENTS,
      select: { id: true, partyId: true },
    }),
    ctx.db.party.findMany({
      where: { email },
      orderBy: { createdAt: 'asc' },
      take: MOST_CLIENTS,
      select: { id: true },
    }),
  ]);
  const named = contacts.map(({ id, partyId }) => ({ partyId, contactId: id }));
  const others = parties
    .filter(({ id }) => !named.some(({ partyId }) => partyId === id))
    .map(({ id }) => ({ partyId: id, contactId: null }));
  return [...named, ...others].slice(0, MOST_CLIENTS);
}
