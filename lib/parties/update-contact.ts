import { Refused, Stale } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import type { ToldField } from '@/lib/events/describe-event';
import { lastDeedBy } from '@/lib/events/last-deed-by';
import { recordEvent } from '@/lib/events/record-event';
import { lockedContact, refreshPartyGrams } from './change-contact';
import { displayName } from './names';
import { revokeAccess } from './revoke-access';
import type { ContactChange } from './schema';

const COLUMNS = [
  'givenName',
  'familyName',
  'jobTitle',
  'email',
  'phone',
  'getsInvoices',
  'getsReceipts',
] as const satisfies readonly ToldField[];

/**
 * Changes a person at a client. A form made from an older version is a `Stale`. A changed e-mail address ends what the
 * old one could open. Refuses a contact who was archived meanwhile.
 */
export async function updateContact(ctx: StaffContext, input: ContactChange): Promise<void> {
  await ctx.transact(async (tx) => {
    const before = await lockedContact(tx, ctx, input.id);
    if (before.archivedAt) throw new Refused('clients.errors.contactArchived');
    if (before.version !== input.version) {
      const theirs = Object.fromEntries(COLUMNS.map((column) => [column, asTyped(before[column])]));
      const by = await lastDeedBy(tx, ctx, {
        kinds: ['contact.added', 'contact.updated'],
        partyId: before.partyId,
        about: { contactId: before.id },
      });
      throw new Stale(theirs, by, before.version);
    }
    const changed = COLUMNS.filter((column) => before[column] !== input[column]);
    if (changed.length === 0) return;
    const fields = Object.fromEntries(COLUMNS.map((column) => [column, input[column]]));
    await tx.contact.update({
      where: ctx.key(input.id),
      data: { ...fields, version: { increment: 1 } },
      select: { id: true },
    });
    if (changed.includes('email') && before.email) {
      await revokeAccess(tx, ctx, { partyId: before.partyId, contactId: before.id });
    }
    await refreshPartyGrams(tx, ctx, before.partyId);
    recordEvent(tx, ctx, {
      kind: 'contact.updated',
      partyId: before.partyId,
      data: {
        contactId: before.id,
        name: displayName({ kind: 'PERSON', ...input }),
        changes: Object.fromEntries(changed.map((name) => [name, [before[name], input[name]]])),
      },
    });
  });
}

function asTyped(value: string | boolean): string {
  return typeof value === 'string' ? value : value ? 'on' : '';
}
