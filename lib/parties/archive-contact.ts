import type { StaffContext } from '@/lib/auth/context';
import { recordEvent } from '@/lib/events/record-event';
import { lockedContact, refreshPartyGrams } from './change-contact';
import { displayName } from './names';
import { revokeAccess } from './revoke-access';

/**
 * Takes a person off a client's contacts: no more mail goes there, and their links and sign-ins end at once. Mail sent to
 * them stays in the history. If they were the main contact, the longest known one becomes it.
 */
export async function archiveContact(ctx: StaffContext, id: string): Promise<void> {
  await ctx.transact(async (tx) => {
    const contact = await lockedContact(tx, ctx, id);
    if (contact.archivedAt) return;
    await tx.contact.update({
      where: ctx.key(id),
      data: {
        archivedAt: ctx.now(),
        isMain: false,
        getsInvoices: false,
        getsReceipts: false,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    if (contact.isMain) {
      const next = await tx.contact.findFirst({
        where: { partyId: contact.partyId, archivedAt: null },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { id: true },
      });
      if (next) {
        await tx.contact.update({
          where: ctx.key(next.id),
          data: { isMain: true, version: { increment: 1 } },
          select: { id: true },
        });
      }
    }
    await revokeAccess(tx, ctx, { partyId: contact.partyId, contactId: id });
    await refreshPartyGrams(tx, ctx, contact.partyId);
    recordEvent(tx, ctx, {
      kind: 'contact.archived',
      partyId: contact.partyId,
      data: { contactId: id, name: displayName({ kind: 'PERSON', ...contact }) },
    });
  });
}
