'use server';

import { z } from 'zod';
import { Missing } from '@/lib/actions/refused';
import { staffAction } from '@/lib/actions/staff-action';
import { endPortalSessions, revokeLinks } from '@/lib/links/revoke-links';

const partyId = z.uuid();

/** Makes one link of a client worthless, and ends the sessions it opened. */
export const revokeLink = staffAction({
  may: 'links.manage',
  input: z.strictObject({ partyId, linkId: z.uuid() }),
  run: async (ctx, input) => {
    if ((await revokeLinks(ctx, input)) === 0) throw new Missing();
  },
});

/** Ends one session of a client in the portal. */
export const endClientSession = staffAction({
  may: 'links.manage',
  input: z.strictObject({ partyId, id: z.uuid() }),
  run: async (ctx, input) => {
    if ((await endPortalSessions(ctx, input)) === 0) throw new Missing();
  },
});

/** Closes the portal for a client: every link and every session. They can still ask for a new link. */
export const revokeAllAccess = staffAction({
  may: 'links.manage',
  input: z.strictObject({ partyId }),
  run: async (ctx, { partyId: id }) => {
    await revokeLinks(ctx, { partyId: id, linkId: null });
  },
});
