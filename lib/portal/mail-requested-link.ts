import type { SystemContext } from '@/lib/auth/context';
import type { JobPayload } from '@/lib/jobs/jobs';
import { createSignInLink } from '@/lib/links/create-link';
import { freshAddress } from '@/lib/links/find-link';
import { messageOfEffect } from '@/lib/messages/put-in-outbox';
import { queuePortalLinkMail } from '@/lib/messages/queue-portal-link-mail';

/** A bookkeeper may look after several clients of one business; each gets a link of its own. */
const MOST_CLIENTS = 5;

type Recipient = { partyId: string; contactId: string | null; sentTo: string };

/**
 * Mails what somebody asked for: a link that signs in once, to everybody whom the typed address belongs to, or to the
 * person of the old link at the address stored for them today. Nobody known: nothing. Run again, it mails nothing twice.
 */
export async function mailRequestedLink(
  ctx: SystemContext,
  { requestId, email, linkId, documentId }: JobPayload<'mail-portal-link'>,
): Promise<void> {
  const recipients = linkId ? await holderOf(ctx, linkId) : await recipientsOf(ctx, email ?? '');
  for (const recipient of recipients) {
    const effectKey = `asked:${requestId}:${recipient.contactId ?? recipient.partyId}`;
    await mailLink(ctx, recipient, documentId, effectKey);
  }
}

async function mailLink(
  ctx: SystemContext,
  recipient: Recipient,
  documentId: string | null,
  effectKey: string,
): Promise<void> {
  await ctx.transact(async (tx) => {
    if (await messageOfEffect(tx, effectKey)) return;
    const own = documentId
      ? await tx.document.findFirst({
          where: { id: documentId, partyId: recipient.partyId, issuedAt: { not: null } },
          select: { id: true },
        })
      : null;
    const linkId = await createSignInLink(tx, ctx, { ...recipient, documentId: own?.id ?? null });
    await queuePortalLinkMail(tx, ctx, { linkId, effectKey });
  });
}

async function holderOf(ctx: SystemContext, linkId: string): Promise<Recipient[]> {
  const link = await ctx.db.link.findUnique({
    where: ctx.key(linkId),
    select: {
      partyId: true,
      contactId: true,
      party: true,
      contact: {
        select: { id: true, givenName: true, familyName: true, email: true, archivedAt: true },
      },
    },
  });
  const sentTo = link && freshAddress(link);
  return sentTo ? [{ partyId: link.partyId, contactId: link.contactId, sentTo }] : [];
}

/** Everybody the address belongs to: clients by their main address, and living contacts. Written as it is stored. */
async function recipientsOf(ctx: SystemContext, email: string): Promise<Recipient[]> {
  if (!email) return [];
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
