import { renderBusinessMail } from '@/emails/business-mail';
import { portalLinkMail } from '@/emails/portal-link';
import type { AnyContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';
import { putLinkMailInOutbox } from './put-link-mail-in-outbox';
import { readerOf } from './reader';

/** Puts the mail with a requested link into the outbox, in the caller's transaction. Returns the message's id. */
export async function queuePortalLinkMail(
  tx: ScopedTx,
  ctx: AnyContext,
  order: { linkId: string; effectKey?: string },
): Promise<string> {
  return putLinkMailInOutbox(tx, ctx, 'PORTAL_LINK', order, ({ link, name }) =>
    renderBusinessMail(
      portalLinkMail(readerOf(ctx, link.party.locale), ctx.business, {
        name,
        until: link.expiresAt,
        country: link.party.country,
      }),
    ),
  );
}
