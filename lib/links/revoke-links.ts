import type { AnyContext } from '@/lib/auth/context';
import { recordEvent } from '@/lib/events/record-event';

/**
 * Makes links of a client worthless from the next request on, and ends the sessions they opened.
 * `linkId` null means all of them. Returns how many links were revoked.
 */
export async function revokeLinks(
  ctx: AnyContext,
  input: { partyId: string; linkId: string | null },
): Promise<number> {
  const { partyId, linkId } = input;
  return ctx.transact(async (tx) => {
    const revokedAt = ctx.now();
    const { count } = await tx.link.updateMany({
      where: { partyId, revokedAt: null, ...(linkId ? { id: linkId } : {}) },
      data: { revokedAt },
    });
    const sessions = await tx.portalSession.updateMany({
      where: { partyId, revokedAt: null, ...(linkId ? { linkId } : {}) },
      data: { revokedAt },
    });
    if (count + sessions.count > 0) {
      recordEvent(tx, ctx, {
        kind: 'link.revoked',
        partyId,
        data: { links: count, sessions: sessions.count },
      });
    }
    return count;
  });
}

/**
 * Ends one portal session of a client, or all but `except`; with `contactId` (null: the client's own main address) only
 * of that person. Returns how many ended.
 */
export async function endPortalSessions(
  ctx: AnyContext,
  input: { partyId: string; contactId?: string | null } & (
    | { id: string }
    | { except: string | null }
  ),
): Promise<number> {
  const { partyId, contactId } = input;
  const which =
    'id' in input ? { id: input.id } : input.except ? { id: { not: input.except } } : {};
  return ctx.transact(async (tx) => {
    const { count } = await tx.portalSession.updateMany({
      where: {
        partyId,
        revokedAt: null,
        ...which,
        ...(contactId === undefined ? {} : { contactId }),
      },
      data: { revokedAt: ctx.now() },
    });
    if (count > 0) {
      recordEvent(tx, ctx, {
        kind: 'portal.signedOut',
        partyId,
        data: { sessions: count },
      });
    }
    return count;
  });
}
