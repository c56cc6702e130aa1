import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import type { Contact } from '@/lib/db/generated/client';
import type { ScopedTx } from '@/lib/db/transact';
import { partyGrams } from './party-fields';

/** The contact, with its client locked first: contacts of one client change one after the other. */
export async function lockedContact(tx: ScopedTx, ctx: StaffContext, id: string): Promise<Contact> {
  const found = await tx.contact.findUnique({ where: ctx.key(id), select: { partyId: true } });
  if (!found) throw new Missing();
  await tx.lock('Party', found.partyId);
  return tx.contact.findUniqueOrThrow({ where: ctx.key(id) });
}

/** Makes the client findable by the people who are there now. */
export async function refreshPartyGrams(
  tx: ScopedTx,
  ctx: StaffContext,
  partyId: string,
): Promise<void> {
  const party = await tx.party.findUniqueOrThrow({
    where: ctx.key(partyId),
    include: { contacts: { where: { archivedAt: null }, orderBy: { createdAt: 'asc' } } },
  });
  await tx.party.update({
    where: ctx.key(partyId),
    data: { grams: partyGrams(party, party.contacts) },
    select: { id: true },
  });
}
