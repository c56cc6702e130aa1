import { Missing } from '@/lib/actions/refused';
import type { PortalContext } from '@/lib/auth/context';
import { type Device, deviceOf } from '@/lib/http/device';
import { endPortalSessions } from '@/lib/links/revoke-links';

/** Where a person is signed in to the portal. */
export type PortalSignIn = {
  id: string;
  device: Device;
  address: string;
  startedAt: Date;
  lastSeenAt: Date;
  current: boolean;
};

/** The living sessions of the person who asks, this one first; never those of other people of the same client. */
export async function mySessions(ctx: PortalContext): Promise<PortalSignIn[]> {
  const sessions = await ctx.db.portalSession.findMany({
    where: { ...mine(ctx), revokedAt: null, expiresAt: { gt: ctx.now() } },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
    select: { id: true, userAgent: true, address: true, createdAt: true, lastSeenAt: true },
  });
  return sessions
    .map((session) => ({
      id: session.id,
      device: deviceOf(session.userAgent),
      address: session.address,
      startedAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      current: session.id === ctx.sessionId,
    }))
    .sort((a, b) => Number(b.current) - Number(a.current));
}

/** Ends one session of the person who asks, or all but the one they ask with. */
export async function endMySessions(
  ctx: PortalContext,
  which: { id: string } | 'others',
): Promise<void> {
  const { partyId, contactId } = mine(ctx);
  if (which === 'others') {
    await endPortalSessions(ctx, { partyId, contactId, except: ctx.sessionId });
    return;
  }
  const ended = await endPortalSessions(ctx, { partyId, contactId, id: which.id });
  if (ended === 0) throw new Missing();
}

/** The address of the person who asks, for showing them who they are here. */
export async function myAddress(ctx: PortalContext): Promise<string> {
  if (!ctx.contactId) return ctx.party.email;
  const contact = await ctx.db.contact.findUnique({
    where: ctx.key(ctx.contactId),
    select: { email: true },
  });
  return contact?.email || ctx.party.email;
}

function mine(ctx: PortalContext) {
  return { partyId: ctx.party.id, contactId: ctx.contactId };
}
