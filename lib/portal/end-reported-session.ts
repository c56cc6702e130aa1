import { Refused } from '@/lib/actions/refused';
import { deadBecause, findLink } from '@/lib/links/find-link';
import { revokeLinks } from '@/lib/links/revoke-links';
import { contextOf } from './redeem-link';

/**
 * "This was not me": ends the session that a mail told of. The link it came by leaked, so that dies too, with every
 * session it opened. Once; refuses a dead token and one made for anything else. Returns the slug of the portal.
 */
export async function endReportedSession(token: string, now: Date): Promise<{ slug: string }> {
  const link = await findLink(token);
  if (!link?.ends || link.purpose !== 'END_SESSION' || deadBecause(link, now)) {
    throw new Refused('portal.errors.deadLink');
  }
  const ctx = contextOf(link, link.ends.id, null, now);
  await revokeLinks(ctx, { partyId: link.partyId, linkId: link.ends.linkId });
  await ctx.db.link.updateMany({ where: { id: link.id, usedAt: null }, data: { usedAt: now } });
  return { slug: link.business.slug };
}
