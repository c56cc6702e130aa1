import { Missing } from '@/lib/actions/refused';
import type { AnyContext, PortalContext, StaffContext } from '@/lib/auth/context';

/** What reading a client's account takes. A portal's context is one; a colleague gets one from `clientView`. */
export type ClientView = Pick<AnyContext, 'business' | 'db' | 'key' | 'now' | 'today' | 'locale'> &
  Pick<PortalContext, 'party'>;

/** A client's account with the client's eyes and in their language, for a colleague. Missing when there is no such client. */
export async function clientView(ctx: StaffContext, partyId: string): Promise<ClientView> {
  const party = await ctx.db.party.findFirst({ where: { id: partyId } });
  if (!party) throw new Missing();
  const { business, db, key, now, today } = ctx;
  return { business, db, key, now, today, party, locale: party.locale };
}
