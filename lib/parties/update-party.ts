import { Incomplete, Missing, Stale } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import type { Party } from '@/lib/db/generated/client';
import type { EventKind } from '@/lib/events/kinds';
import { lastDeedBy } from '@/lib/events/last-deed-by';
import { recordEvent } from '@/lib/events/record-event';
import { EDITED_COLUMNS, partyColumns, partyGrams, storedTaxId } from './party-fields';
import { requiredOf } from './required-fields';
import { revokeAccess } from './revoke-access';
import type { ClientChange } from './schema';

/**
 * Changes a client and remembers each change as before → after. Documents already issued keep what they say. A form made
 * from an older version is a `Stale` with both sides. What the owner asks of clients may be lacking as it was, but not be
 * emptied. With a new main e-mail address, links sent to the old one and
 * sign-ins made through them stop working: it may never have been theirs.
 */
export async function updateParty(
  ctx: StaffContext,
  input: ClientChange,
): Promise<{ id: string; version: number }> {
  return ctx.transact(async (tx) => {
    await tx.lock('Party', input.id);
    const before = await tx.party.findUnique({ where: ctx.key(input.id) });
    if (!before) throw new Missing();
    if (before.version !== input.version) {
      const kinds: EventKind[] = ['client.created', 'client.updated'];
      const by = await lastDeedBy(tx, ctx, { kinds, partyId: before.id });
      throw new Stale(formValues(before), by, before.version);
    }
    const after = { ...partyColumns(input), taxId: storedTaxId(input, ctx.locale, before) };
    const emptied = requiredOf(ctx.business.requiredClientFields, after).filter(
      (field) => field !== 'contactPerson' && before[field] && !after[field],
    );
    if (emptied.length > 0) throw new Incomplete(emptied);
    const changed = EDITED_COLUMNS.filter((column) => before[column] !== after[column]);
    if (changed.length === 0) return { id: before.id, version: before.version };

    const contacts = await tx.contact.findMany({
      where: { partyId: before.id, archivedAt: null },
      select: { givenName: true, familyName: true, email: true, phone: true },
    });
    const stored = await tx.party.update({
      where: ctx.key(before.id),
      data: { ...after, grams: partyGrams(after, contacts), version: { increment: 1 } },
      select: { version: true },
    });
    if (changed.includes('email')) {
      await revokeAccess(tx, ctx, { partyId: before.id, contactId: null, sentTo: before.email });
    }
    recordEvent(tx, ctx, {
      kind: 'client.updated',
      partyId: before.id,
      data: {
        changes: Object.fromEntries(
          changed.map((column) => [column, [before[column], after[column]]]),
        ),
      },
    });
    return { id: before.id, version: stored.version };
  });
}

/** The stored values under the names of the form's fields, to be shown beside the typed ones. */
function formValues(party: Party): Record<string, string> {
  return Object.fromEntries(EDITED_COLUMNS.map((column) => [column, String(party[column] ?? '')]));
}
