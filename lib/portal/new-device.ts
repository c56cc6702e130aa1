import type { PortalContext } from '@/lib/auth/context';
import { withinLimit } from '@/lib/auth/rate-limit';
import type { ScopedTx } from '@/lib/db/transact';
import { createEndSessionLink } from '@/lib/links/create-link';
import { type FoundLink, freshAddress } from '@/lib/links/find-link';
import { queueNewDeviceMail } from '@/lib/messages/queue-new-device-mail';

/** Such mails to one person in a day: whoever holds a link may press it as often as they like. */
const PER_PERSON = { most: 5, seconds: 86_400 };

/**
 * Whether this person has been here before, and never on this device. Their very first device is not new against
 * anything: it would cost every client a mail with their first invoice.
 */
export async function isNewDevice(ctx: PortalContext, deviceHash: string): Promise<boolean> {
  const mine = { partyId: ctx.party.id, contactId: ctx.contactId };
  const find = (where: typeof mine & { deviceHash?: string }) =>
    ctx.db.portalSession.findFirst({ where, select: { id: true } });
  if ((await find(mine)) === null || (await find({ ...mine, deviceHash }))) return false;
  const person = `${ctx.business.id} ${ctx.contactId ?? ctx.party.id}`;
  return withinLimit('new-device-mail', person, PER_PERSON, ctx.now());
}

/**
 * Queues the mail that tells of a session on a new device, with a link that ends it, to the address stored for the person
 * today (not the one the link was sent to: that may be the leak).
 */
export async function announceDevice(
  tx: ScopedTx,
  ctx: PortalContext,
  link: FoundLink,
  session: { id: string; expiresAt: Date },
): Promise<void> {
  const sentTo = freshAddress(link);
  if (!sentTo) return;
  const linkId = await createEndSessionLink(tx, ctx, {
    partyId: link.partyId,
    contactId: link.contactId,
    sentTo,
    endsId: session.id,
    expiresAt: session.expiresAt,
  });
  await queueNewDeviceMail(tx, ctx, { linkId });
}
