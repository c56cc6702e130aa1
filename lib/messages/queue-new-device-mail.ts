import { renderBusinessMail } from '@/emails/business-mail';
import { newDeviceMail } from '@/emails/new-device';
import { Missing } from '@/lib/actions/refused';
import type { AnyContext } from '@/lib/auth/context';
import type { ScopedTx } from '@/lib/db/transact';
import { deviceName, deviceOf } from '@/lib/http/device';
import { putLinkMailInOutbox } from './put-link-mail-in-outbox';
import { readerOf } from './reader';

/**
 * Puts the mail that tells of a session on a new device into the outbox, in the caller's transaction, to the address that
 * stands on the link which ends that session. Once per link, or per `effectKey`. Returns the message's id.
 */
export async function queueNewDeviceMail(
  tx: ScopedTx,
  ctx: AnyContext,
  order: { linkId: string; effectKey?: string },
): Promise<string> {
  return putLinkMailInOutbox(tx, ctx, 'NEW_DEVICE', order, async ({ link, name }) => {
    const session = link.ends;
    if (!session) throw new Missing();
    const reader = readerOf(ctx, link.party.locale);
    return renderBusinessMail(
      newDeviceMail(reader, ctx.business, {
        name,
        device: deviceName(reader.t, deviceOf(session.userAgent)),
        at: session.createdAt,
        address: session.address,
        country: link.party.country,
      }),
    );
  });
}
