import { beforeEach, describe, expect, it } from 'vitest';
import { Missing, Stale } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { timeline } from '@/lib/events/timeline';
import { addContact } from '@/lib/parties/add-contact';
import { addNote } from '@/lib/parties/add-note';
import { archiveContact } from '@/lib/parties/archive-contact';
import { editNote } from '@/lib/parties/edit-note';
import { makeContactMain } from '@/lib/parties/make-contact-main';
import { clientRecord, notesOf } from '@/lib/parties/queries';
import { contactInput, newContactInput } from '@/lib/parties/schema';
import { suggestClients } from '@/lib/parties/suggest-clients';
import { updateContact } from '@/lib/parties/update-contact';
import { makeBusiness, makeClient, makeMember } from '@/prisma/seed/builders';

let ctx: StaffContext;
let partyId: string;

beforeEach(async () => {
  ({ ctx } = await makeBusiness());
  partyId = (await makeClient(ctx)).id;
});

async function person(givenName: string, given: object = {}) {
  const id = newId();
  await addContact(ctx, newContactInput.parse({ id, partyId, givenName, country: 'GB', ...given }));
  return id;
}

const contacts = async () => (await clientRecord(ctx, partyId))?.contacts ?? [];

describe('People at a client', () => {
  it('begin with the main one, and another can become it', async () => {
    const ellie = await person('Ellie');
    const dan = await person('Dan');
    expect((await contacts()).map((one) => [one.givenName, one.isMain])).toEqual([
      ['Ellie', true],
      ['Dan', false],
    ]);
    await makeContactMain(ctx, dan);
    expect((await contacts()).map((one) => one.id)).toEqual([dan, ellie]);
    expect((await contacts()).filter((one) => one.isMain)).toHaveLength(1);
  });

  it('are found by their name, e-mail and phone as long as they are there', async () => {
    const dan = await person('Dân', { email: 'dan@taproom.example', phone: '07700 900418' });
    for (const text of ['dan', 'taproom', '7700 900 418', '٠٧٧٠٠']) {
      expect(await suggestClients(ctx, text)).toHaveLength(1);
    }
    await archiveContact(ctx, dan);
    expect(await suggestClients(ctx, 'taproom')).toEqual([]);
  });

  it('hand the main place on when they leave, and lose their way in', async () => {
    const ellie = await person('Ellie', { email: 'e@a.example', getsInvoices: 'on' });
    const dan = await person('Dan');
    const link = await ctx.db.link.create({
      data: {
        businessId: ctx.business.id,
        id: newId(),
        purpose: 'SIGN_IN',
        partyId,
        contactId: ellie,
        sentTo: 'e@a.example',
        createdAt: ctx.now(),
        expiresAt: ctx.now(),
      },
    });
    await archiveContact(ctx, ellie);
    expect(await contacts()).toMatchObject([{ id: dan, isMain: true }]);
    const ended = await ctx.db.link.findUniqueOrThrow({ where: ctx.key(link.id) });
    expect(ended.revokedAt).not.toBeNull();
    const gone = await ctx.db.contact.findUniqueOrThrow({ where: ctx.key(ellie) });
    expect(gone).toMatchObject({ isMain: false, getsInvoices: false });
    await expect(makeContactMain(ctx, ellie)).rejects.toMatchObject({
      key: 'clients.errors.contactArchived',
    });
  });

  it('are added once, and not overwritten from an old form', async () => {
    const id = newId();
    const input = newContactInput.parse({ id, partyId, givenName: 'Ellie', country: 'GB' });
    await Promise.all([addContact(ctx, input), addContact(ctx, input)]);
    expect(await contacts()).toHaveLength(1);
    const typed = { id, givenName: 'Ellen', country: 'GB', version: '1' };
    await updateContact(ctx, contactInput.parse(typed));
    const stale = await updateContact(
      ctx,
      contactInput.parse({ ...typed, givenName: 'Elle' }),
    ).catch((error) => error);
    expect(stale).toBeInstanceOf(Stale);
    expect(stale).toMatchObject({ version: 2, theirs: { givenName: 'Ellen' } });
  });

  it('are not there for another business', async () => {
    const ellie = await person('Ellie');
    const stranger = (await makeBusiness()).ctx;
    const typed = { id: ellie, givenName: 'X', country: 'GB', version: '1' };
    await expect(updateContact(stranger, contactInput.parse(typed))).rejects.toBeInstanceOf(
      Missing,
    );
    await expect(archiveContact(stranger, ellie)).rejects.toBeInstanceOf(Missing);
    await expect(makeContactMain(stranger, ellie)).rejects.toBeInstanceOf(Missing);
    const added = newContactInput.parse({ id: newId(), partyId, givenName: 'X', country: 'GB' });
    await expect(addContact(stranger, added)).rejects.toBeInstanceOf(Missing);
  });
});

describe('Private notes', () => {
  it('are rewritten by their author alone', async () => {
    const id = newId();
    await addNote(ctx, { id, partyId, kind: 'NOTE', body: 'Scaffold is up until the 28th.' });
    await addNote(ctx, { id, partyId, kind: 'NOTE', body: 'again' });
    const tom = await makeMember(ctx, 'MEMBER');
    await expect(editNote(tom, { id, version: 1, body: 'no' })).rejects.toMatchObject({
      key: 'clients.errors.othersNote',
    });
    await editNote(ctx, { id, version: 1, body: 'Until the 29th.' });
    await expect(editNote(ctx, { id, version: 1, body: 'old' })).rejects.toBeInstanceOf(Stale);
    expect((await notesOf(ctx, partyId)).rows).toMatchObject([
      { body: 'Until the 29th.', version: 2 },
    ]);
  });

  it('of a phone call say so, here and in the timeline', async () => {
    const body = 'Rang about the scaffold: they want it down on Friday.';
    await addNote(ctx, { id: newId(), partyId, kind: 'CALL', body });
    expect((await notesOf(ctx, partyId)).rows).toMatchObject([{ kind: 'CALL', body }]);
    const [day] = (await timeline(ctx, { partyId, filter: 'notes' })).days;
    expect(day?.entries).toMatchObject([{ kind: 'note.callLogged', icon: 'call' }]);
    expect(day?.entries[0]?.body.map(({ text }) => text).join('')).toBe(
      `${ctx.user.name} logged a phone call`,
    );
    expect(day?.entries[0]?.quote.map(({ text }) => text).join('')).toBe(`“${body}”`);
  });

  it('are all there, page after page, however many', async () => {
    for (let i = 0; i < 60; i++) {
      await addNote(ctx, { id: newId(), partyId, kind: 'NOTE', body: `Note ${i}` });
    }
    const newest = await notesOf(ctx, partyId);
    const oldest = await notesOf(ctx, partyId, newest.older ?? '');
    const read = [...newest.rows, ...oldest.rows].map(({ body }) => body);
    expect(oldest.older).toBeNull();
    expect(new Set(read).size).toBe(60);
    expect(oldest.rows.at(-1)?.body).toBe('Note 0');
  });

  it('leave no word of themselves in the history', async () => {
    await addNote(ctx, { id: newId(), partyId, kind: 'NOTE', body: 'a secret' });
    const event = await ctx.db.event.findFirstOrThrow({ where: { kind: 'note.added' } });
    expect(JSON.stringify(event.data)).not.toContain('secret');
  });

  it('are not there for another business', async () => {
    const id = newId();
    await addNote(ctx, { id, partyId, kind: 'NOTE', body: 'ours' });
    const stranger = (await makeBusiness()).ctx;
    await expect(editNote(stranger, { id, version: 1, body: 'x' })).rejects.toBeInstanceOf(Missing);
    await expect(
      addNote(stranger, { id: newId(), partyId, kind: 'NOTE', body: 'x' }),
    ).rejects.toBeInstanceOf(Missing);
    expect((await notesOf(stranger, partyId)).rows).toEqual([]);
  });
});
