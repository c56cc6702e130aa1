import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { recordEvent } from '@/lib/events/record-event';
import { refreshPartyGrams } from './change-contact';
import { displayName } from './names';
import type { NewContact } from './schema';

/** Adds a person at a client; the first one is the main contact. A repeat with the same id changes nothing. */
export async function addContact(ctx: StaffContext, input: NewContact): Promise<void> {
  await ctx.transact(async (tx) => {
    if (!(await tx.lock('Party', input.partyId))) throw new Missing();
    const existing = await tx.contact.findUnique({
      where: ctx.key(input.id),
      select: { id: true },
    });
    if (existing) return;
    const others = await tx.contact.count({
      where: { partyId: input.partyId, archivedAt: null, isMain: true },
    });
    await tx.contact.create({
      data: { businessId: ctx.business.id, ...input, isMain: others === 0, createdAt: ctx.now() },
    });
    await refreshPartyGrams(tx, ctx, input.partyId);
    recordEvent(tx, ctx, {
      kind: 'contact.added',
      partyId: input.partyId,
      data: { contactId: input.id, name: displayName({ kind: 'PERSON', ...input }) },
    });
  });
}
