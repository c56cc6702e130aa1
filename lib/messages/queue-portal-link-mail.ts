import { renderBusinessMail } from '@/emails/business-mail';
import { portalLinkMail } from '@/emails/portal-link';
import { Missing } from '@/lib/actions/refused';
import type { AnyContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';
import { messageOfEffect, putInOutbox } from './put-in-outbox';
import { readerOf } from './reader';
import { greetingOf } from './recipients';

/**
 * Puts the mail with a requested link into the outbox, in the caller's transaction, to the address that stands on the
 * link and no other. Once per link (or per `effectKey`, where somebody asked for one by a form). Returns the message's id.
 */
export async function queuePortalLinkMail(
  tx: ScopedTx,
  ctx: AnyContext,
  order: { linkId: string; effectKey?: string },
): Promise<string> {
  const effectKey = order.effectKey ?? `link:${order.linkId}`;
  const queued = await messageOfEffect(tx, effectKey);
  if (queued) return queued;
  const link = await tx.link.findUnique({
    where: ctx.key(order.linkId),
    include: { party: true, contact: { select: { givenName: true, familyName: true } } },
  });
  if (!link) throw new Missing();
  const { party, contact, contactId } = link;
  const reader = readerOf(ctx, party.locale);
  const mail = portalLinkMail(reader, ctx.business, {
    name: await greetingOf(tx, party, { contactId }, party.locale),
    until: link.expiresAt,
    country: party.country,
  });
  const { logoHash } = ctx.business;
  return putInOutbox(tx, ctx, {
    kind: 'PORTAL_LINK',
    effectKey,
    partyId: party.id,
    documentId: link.documentId,
    linkId: link.id,
    to: {
      name: contact ? `${contact.givenName} ${contact.familyName}`.trim() : party.displayName,
      email: link.sentTo,
      contactId,
    },
    cc: [],
    locale: party.locale,
    mail: await renderBusinessMail(mail),
    attachments: logoHash ? [{ kind: 'logo', hash: logoHash }] : [],
    sendAfter: ctx.now(),
  });
}
