'use server';

import { staffAction } from '@/lib/actions/staff-action';
import { whereOverdue } from '@/lib/documents/client-standing';
import { wholeList } from '@/lib/lists/whole-list';
import { addContact } from '@/lib/parties/add-contact';
import { addNote } from '@/lib/parties/add-note';
import { archiveContact } from '@/lib/parties/archive-contact';
import { archiveParties, restoreParties } from '@/lib/parties/archive-parties';
import { chosenClients, whereListed } from '@/lib/parties/chosen-clients';
import { createParty } from '@/lib/parties/create-party';
import { editNote } from '@/lib/parties/edit-note';
import { CLIENT_SUMS, readClientFilters } from '@/lib/parties/list-filters';
import { makeContactMain } from '@/lib/parties/make-contact-main';
import {
  clientInput,
  contactInput,
  newClientInput,
  newContactInput,
  newNoteInput,
  noteInput,
  rowRef,
  rowRefs,
} from '@/lib/parties/schema';
import { suggestionOf } from '@/lib/parties/suggest-clients';
import { updateContact } from '@/lib/parties/update-contact';
import { updateParty } from '@/lib/parties/update-party';

/** Adds a client and answers them as a picker knows them; `then` says where the form goes next ('stay' for pickers). */
export const createClient = staffAction({
  may: 'clients.write',
  input: newClientInput,
  run: async (ctx, { then, ...input }) => {
    const { party } = await createParty(ctx, input);
    const list = `/b/${ctx.business.slug}/clients`;
    const href = { open: `${list}/${party.id}`, new: `${list}/new?after=${party.id}`, stay: null };
    return { ...suggestionOf(ctx, party), displayName: party.displayName, href: href[then] };
  },
});

export const updateClient = staffAction({
  may: 'clients.write',
  input: clientInput,
  run: async (ctx, input) => {
    const { id } = await updateParty(ctx, input);
    return { id, href: `/b/${ctx.business.slug}/clients/${id}` };
  },
});

/** Every client of the list whose filters stand in `query`, beyond the page: their ids, and their sums in words. */
export const chooseAllClients = staffAction({
  may: 'clients.read',
  input: wholeList,
  run: async (ctx, { query }) => {
    const filters = readClientFilters(Object.fromEntries(new URLSearchParams(query)));
    const { ids, sums } = await chosenClients(ctx, whereListed(ctx, filters, whereOverdue(ctx)));
    const lines = sums.map((sum) =>
      CLIENT_SUMS.map((of) =>
        ctx.t(`clients.sums.${of}`, { amount: ctx.f.money(sum[of], sum.currency) }),
      ).join(' · '),
    );
    return { ids, sums: lines };
  },
});

export const archiveClients = staffAction({
  may: 'clients.write',
  input: rowRefs,
  run: (ctx, { ids }) => archiveParties(ctx, ids),
});

export const restoreClients = staffAction({
  may: 'clients.write',
  input: rowRefs,
  run: (ctx, { ids }) => restoreParties(ctx, ids),
});

export const addClientContact = staffAction({
  may: 'clients.write',
  input: newContactInput,
  run: (ctx, input) => addContact(ctx, input),
});

export const updateClientContact = staffAction({
  may: 'clients.write',
  input: contactInput,
  run: (ctx, input) => updateContact(ctx, input),
});

export const archiveClientContact = staffAction({
  may: 'clients.write',
  input: rowRef,
  run: (ctx, { id }) => archiveContact(ctx, id),
});

export const makeMainContact = staffAction({
  may: 'clients.write',
  input: rowRef,
  run: (ctx, { id }) => makeContactMain(ctx, id),
});

export const addClientNote = staffAction({
  may: 'notes.write',
  input: newNoteInput,
  run: (ctx, input) => addNote(ctx, input),
});

export const editClientNote = staffAction({
  may: 'notes.write',
  input: noteInput,
  run: (ctx, input) => editNote(ctx, input),
});
