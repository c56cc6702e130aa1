import { Incomplete } from '@/lib/actions/refused';
import type { StaffContext, SystemContext } from '@/lib/auth/context';
import type { Party } from '@/lib/db/generated/client';
import { newId } from '@/lib/db/new-id';
import { recordEvent } from '@/lib/events/record-event';
import { partyColumns, partyGrams, storedTaxId } from './party-fields';
import { formFieldOf, requiredOf } from './required-fields';
import type { NewClient } from './schema';

type Ctx = StaffContext | SystemContext;

/** A new client as the schema gives it; what the form alone has may be left out. */
export type CreatePartyInput = Omit<
  NewClient,
  'then' | 'taxIdKept' | 'contactGivenName' | 'contactFamilyName' | 'contactJobTitle' | 'note'
> &
  Partial<
    Pick<
      NewClient,
      'taxIdKept' | 'contactGivenName' | 'contactFamilyName' | 'contactJobTitle' | 'note'
    >
  > & { stage?: Party['stage'] };

/**
 * Adds a client, with the contact person and the note typed along. A repeat with the same id answers the client that is
 * there. Refuses what lacks a field that the owner asks for, and a tax number of the wrong form unless `taxIdKept`.
 */
export async function createParty(
  ctx: Ctx,
  input: CreatePartyInput,
): Promise<{ party: Party; isNew: boolean }> {
  const lacking = requiredOf(ctx.business.requiredClientFields, input)
    .map(formFieldOf)
    .filter((field) => !input[field as keyof CreatePartyInput]);
  if (lacking.length > 0) throw new Incomplete(lacking);
  const taxId = storedTaxId({ ...input, taxIdKept: input.taxIdKept ?? false }, ctx.locale);
  return ctx.transact(async (tx) => {
    const existing = await tx.party.findUnique({ where: ctx.key(input.id) });
    if (existing) return { party: existing, isNew: false };
    const businessId = ctx.business.id;
    const createdAt = ctx.now();
    const columns = { ...partyColumns(input), taxId };
    const contact =
      input.kind === 'ORGANISATION' && input.contactGivenName
        ? {
            givenName: input.contactGivenName,
            familyName: input.contactFamilyName ?? '',
            jobTitle: input.contactJobTitle ?? '',
            email: '',
            phone: '',
          }
        : null;
    const party = await tx.party.create({
      data: {
        businessId,
        id: input.id,
        stage: input.stage ?? 'PROSPECT',
        ...columns,
        grams: partyGrams(columns, contact ? [contact] : []),
        createdAt,
      },
    });
    if (contact) {
      await tx.contact.create({
        data: { businessId, id: newId(), partyId: party.id, ...contact, isMain: true, createdAt },
      });
    }
    const noteId = input.note && ctx.kind === 'staff' ? newId() : null;
    if (noteId && ctx.kind === 'staff') {
      await tx.note.create({
        data: {
          businessId,
          id: noteId,
          partyId: party.id,
          authorId: ctx.user.id,
          authorName: ctx.user.name,
          body: input.note ?? '',
          createdAt,
        },
      });
    }
    recordEvent(tx, ctx, {
      kind: 'client.created',
      partyId: party.id,
      data: { name: party.displayName },
    });
    if (noteId) {
      recordEvent(tx, ctx, { kind: 'note.added', partyId: party.id, data: { noteId } });
    }
    return { party, isNew: true };
  });
}
