import type { RenderedMail } from '@/emails/render';
import { Missing } from '@/lib/actions/refused';
import type { AnyContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';
import { personName } from '@/lib/i18n/person-name';
import { messageOfEffect, putInOutbox } from './put-in-outbox';
import { greetingOf } from './recipients';

async function loadLink(tx: ScopedTx, ctx: AnyContext, id: string) {
  const link = await tx.link.findUnique({
    where: ctx.key(id),
    include: {
      party: true,
      contact: { select: { givenName: true, familyName: true } },
      ends: { select: { userAgent: true, address: true, createdAt: true } },
    },
  });
  if (!link) throw new Missing();
  return link;
}

type LinkMail = { link: Awaited<ReturnType<typeof loadLink>>; name: string };

/**
 * Puts a mail whose whole point is its link into the outbox, to the address that stands on the link and no other. Once
 * per link (or per `effectKey`, where somebody asked for it by a form). Returns the message's id.
 */
export async function putLinkMailInOutbox(
  tx: ScopedTx,
  ctx: AnyContext,
  kind: 'PORTAL_LINK' | 'NEW_DEVICE',
  order: { linkId: string; effectKey?: string },
  write: (about: LinkMail) => Promise<RenderedMail>,
): Promise<string> {
  const effectKey = order.effectKey ?? `link:${order.linkId}`;
  const queued = await messageOfEffect(tx, effectKey);
  if (queued) return queued;
  const link = await loadLink(tx, ctx, order.linkId);
  const { party, contact, contactId } = link;
  const { logoHash } = ctx.business;
  return putInOutbox(tx, ctx, {
    kind,
    effectKey,
    partyId: party.id,
    documentId: link.documentId,
    linkId: link.id,
    to: {
      name: contact ? personName(contact) : party.displayName,
      email: link.sentTo,
      contactId,
    },
    cc: [],
    locale: party.locale,
    mail: await write({
      link,
      name: await greetingOf(tx, party, { contactId }, party.locale),
    }),
    attachments: logoHash ? [{ kind: 'logo', hash: logoHash }] : [],
    sendAfter: ctx.now(),
  });
}
