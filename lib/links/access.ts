import type { StaffContext } from '@/lib/auth/context';

/** What opens the portal for a client at this moment: links that still work, and sessions that are signed in. */
export async function accessOf(ctx: StaffContext, partyId: string) {
  const now = ctx.now();
  const [links, sessions] = await Promise.all([
    ctx.db.link.findMany({
      where: {
        partyId,
        purpose: { not: 'END_SESSION' },
        revokedAt: null,
        usedAt: null,
        expiresAt: { gt: now },
      },
      orderBy: { createdAt: 'desc' },
      take: 50,
      select: {
        id: true,
        purpose: true,
        sentTo: true,
        createdAt: true,
        expiresAt: true,
        document: { select: { id: true, number: true } },
      },
    }),
    ctx.db.portalSession.findMany({
      where: { partyId, revokedAt: null, expiresAt: { gt: now } },
      orderBy: { lastSeenAt: 'desc' },
      take: 50,
      select: {
        id: true,
        userAgent: true,
        address: true,
        createdAt: true,
        lastSeenAt: true,
        contact: { select: { givenName: true, familyName: true } },
      },
    }),
  ]);
  return { links, sessions };
}

export type ClientAccessRows = Awaited<ReturnType<typeof accessOf>>;
