import type { StaffContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';

/**
 * Ends what one address of a client could open: its links, and the sign-ins made through them. `sentTo` narrows to links
 * that went to that address. Part of a deed that says so in its own event.
 */
export async function revokeAccess(
  tx: ScopedTx,
  ctx: Pick<StaffContext, 'now'>,
  of: { partyId: string; contactId: string | null; sentTo?: string },
): Promise<void> {
  const where = {
    partyId: of.partyId,
    contactId: of.contactId,
    ...(of.sentTo === undefined ? {} : { sentTo: of.sentTo }),
  };
  const revokedAt = ctx.now();
  await tx.portalSession.updateMany({
    where: { revokedAt: null, partyId: of.partyId, link: where },
    data: { revokedAt },
  });
  await tx.link.updateMany({ where: { revokedAt: null, ...where }, data: { revokedAt } });
}
