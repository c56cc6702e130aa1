import { Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { recordEvent } from '@/lib/events/record-event';
import { lockedContact } from './change-contact';
import { displayName } from './names';

/** Makes this person the one to talk to at the client, in place of whoever was. Refuses an archived contact. */
export async function makeContactMain(ctx: StaffContext, id: string): Promise<void> {
  await ctx.transact(async (tx) => {
    const contact = await lockedContact(tx, ctx, id);
    if (contact.archivedAt) throw new Refused('clients.errors.contactArchived');
    if (contact.isMain) return;
    await tx.contact.updateMany({
      where: { partyId: contact.partyId, isMain: true },
      data: { isMain: false, version: { increment: 1 } },
    });
    await tx.contact.update({
      where: ctx.key(id),
      data: { isMain: true, version: { increment: 1 } },
      select: { id: true },
    });
    recordEvent(tx, ctx, {
      kind: 'contact.updated',
      partyId: contact.partyId,
      data: {
        contactId: id,
        name: displayName({ kind: 'PERSON', ...contact }),
        changes: { isMain: [false, true] },
      },
    });
  });
}
