import { beforeEach, describe, expect, it } from 'vitest';
import { Missing, Stale } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { archiveParties, restoreParties } from '@/lib/parties/archive-parties';
import { createParty } from '@/lib/parties/create-party';
import { clientRecord, notesOf } from '@/lib/parties/queries';
import { clientInput } from '@/lib/parties/schema';
import { suggestClients } from '@/lib/parties/suggest-clients';
import { updateParty } from '@/lib/parties/update-party';
import {
  makeBusiness,
  makeClient,
  makeDraft,
  makeInvoice,
  makeMember,
} from '@/prisma/seed/builders';
import { newClient, typedClient } from './form';

let ctx: StaffContext;

beforeEach(async () => {
  ({ ctx } = await makeBusiness());
});

const kindsOf = async (partyId: string) =>
  (await ctx.db.event.findMany({ where: { partyId }, orderBy: { seq: 'asc' } })).map(
    (event) => event.kind,
  );

/** The form of a stored client, changed as a person changes it. */
async function changed(id: string, given: object, version?: number) {
  const { party } = { party: await ctx.db.party.findUniqueOrThrow({ where: ctx.key(id) }) };
  return clientInput.parse({
    id,
    version: String(version ?? party.version),
    kind: party.kind,
    companyName: party.companyName,
    givenName: party.givenName,
    familyName: party.familyName,
    email: party.email,
    phone: party.phone,
    country: party.country,
    taxId: party.taxId,
    city: party.city,
    locale: party.locale,
    currency: party.currency,
    ...given,
  });
}

describe('Adding a client', () => {
  it('makes a prospect who can be found, and says who added them', async () => {
    const { party, isNew } = await createParty(ctx, newClient({ city: 'Bristol' }));
    expect(isNew).toBe(true);
    expect(party).toMatchObject({
      stage: 'PROSPECT',
      displayName: 'Harbour Lane Dental Practice',
      sortName: 'harbour lane dental practice',
    });
    expect(await suggestClients(ctx, 'harbour dent')).toHaveLength(1);
    expect(await ctx.db.event.findFirst({ where: { partyId: party.id } })).toMatchObject({
      kind: 'client.created',
      actorName: 'Nora Fenwick',
    });
  });

  it('adds one client however often the same form is sent', async () => {
    const input = newClient();
    const answers = await Promise.all(Array.from({ length: 8 }, () => createParty(ctx, input)));
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await ctx.db.party.count()).toBe(1);
    expect(await kindsOf(input.id)).toEqual(['client.created']);
  });

  it('keeps the contact person and the private note typed along', async () => {
    const { party } = await createParty(
      ctx,
      newClient({
        contactGivenName: 'Ellie',
        contactFamilyName: 'Marsh',
        note: 'Pays late in August',
      }),
    );
    const record = await clientRecord(ctx, party.id);
    expect(record?.contacts).toMatchObject([
      { givenName: 'Ellie', familyName: 'Marsh', isMain: true },
    ]);
    expect((await notesOf(ctx, party.id)).rows).toMatchObject([{ body: 'Pays late in August' }]);
    expect(await suggestClients(ctx, 'ellie marsh')).toHaveLength(1);
  });

  it('says what is wrong with a tax number, and takes it when told to keep it', async () => {
    const typed = typedClient({ taxId: 'GB 284 1937 5' });
    await expect(createParty(ctx, newClient(typed))).rejects.toMatchObject({
      key: 'clients.errors.taxId',
      field: 'taxId',
      values: { why: 'A number from the UK has 9 or 12 digits; this one has 8.' },
    });
    const { party } = await createParty(ctx, newClient({ ...typed, taxIdKept: 'on' }));
    expect(party.taxId).toBe('GB 284 1937 5');
  });

  it('stores a hostile name as plain text', async () => {
    const companyName = `=HYPERLINK("x") <script>alert(1)</script> 🎉'; DROP TABLE "Party";--`;
    const { party } = await createParty(ctx, newClient({ companyName }));
    const stored = await clientRecord(ctx, party.id);
    expect(stored?.displayName).toBe(companyName);
    expect(await suggestClients(ctx, 'hyperlink script')).toHaveLength(1);
  });
});

describe('Changing a client', () => {
  it('remembers each change with what it was before', async () => {
    const { id } = await makeClient(ctx);
    await updateParty(ctx, await changed(id, { email: 'new@ashcombe.example', city: 'Bath' }));
    const event = await ctx.db.event.findFirst({ where: { partyId: id, kind: 'client.updated' } });
    expect(event?.data).toMatchObject({
      changes: {
        email: ['ellie@ashcombebrewery.example', 'new@ashcombe.example'],
        city: ['Bristol', 'Bath'],
      },
    });
    expect(await suggestClients(ctx, 'bath')).toHaveLength(1);
    expect(await suggestClients(ctx, 'bristol')).toHaveLength(0);
  });

  it('writes nothing when nothing changed', async () => {
    const { id } = await makeClient(ctx, { street: '', postcode: '' });
    await updateParty(ctx, await changed(id, {}));
    expect(await kindsOf(id)).toEqual(['client.created']);
  });

  it('shows both versions when somebody saved a newer one meanwhile', async () => {
    const { id } = await makeClient(ctx);
    const tom = await makeMember(ctx, 'MEMBER');
    await updateParty(tom, await changed(id, { city: 'Bath' }));
    const stale = await updateParty(ctx, await changed(id, { city: 'Wells' }, 1)).catch((e) => e);
    expect(stale).toBeInstanceOf(Stale);
    expect(stale).toMatchObject({ changedBy: 'Tom Barrow', version: 2, theirs: { city: 'Bath' } });
  });

  it('keeps a tax number that was kept before, and refuses a newly wrong one', async () => {
    const { id } = await makeClient(ctx, { taxId: 'GB 12' });
    await updateParty(ctx, await changed(id, { city: 'Bath' }));
    const wrong = await changed(id, { taxId: 'GB 13' });
    await expect(updateParty(ctx, wrong)).rejects.toMatchObject({ field: 'taxId' });
  });

  it('leaves issued invoices as they are', async () => {
    const { id } = await makeClient(ctx);
    const invoice = await makeInvoice(ctx, id);
    await updateParty(ctx, await changed(id, { companyName: 'Ashcombe Ales Ltd' }));
    const sealed = await ctx.db.document.findUniqueOrThrow({ where: ctx.key(invoice.id) });
    expect(sealed.snapshot).toMatchObject({ buyer: { name: 'Ashcombe Brewery Ltd' } });
  });

  it('ends what was sent to an e-mail address that is no longer theirs', async () => {
    const { id, email } = await makeClient(ctx);
    const linkTo = (sentTo: string) =>
      ctx.db.link.create({
        data: {
          businessId: ctx.business.id,
          id: newId(),
          purpose: 'DOCUMENT',
          partyId: id,
          sentTo,
          createdAt: ctx.now(),
          expiresAt: ctx.now(),
        },
      });
    const old = await linkTo(email);
    const other = await linkTo('else@where.example');
    await ctx.db.portalSession.create({
      data: {
        businessId: ctx.business.id,
        id: newId(),
        tokenHash: newId(),
        linkId: old.id,
        partyId: id,
        createdAt: ctx.now(),
        lastSeenAt: ctx.now(),
        expiresAt: ctx.now(),
        userAgent: '',
        address: '',
      },
    });
    await updateParty(ctx, await changed(id, { email: 'right@ashcombe.example' }));
    expect(
      (await ctx.db.link.findUniqueOrThrow({ where: ctx.key(old.id) })).revokedAt,
    ).not.toBeNull();
    expect(
      (await ctx.db.link.findUniqueOrThrow({ where: ctx.key(other.id) })).revokedAt,
    ).toBeNull();
    expect(await ctx.db.portalSession.count({ where: { revokedAt: null } })).toBe(0);
  });
});

describe('Archiving clients', () => {
  it('takes them out of pickers and new invoices, deletes nothing and can be taken back', async () => {
    const { id } = await makeClient(ctx);
    expect(await archiveParties(ctx, [id, id])).toBe(1);
    expect(await archiveParties(ctx, [id])).toBe(0);
    expect(await suggestClients(ctx, 'ashcombe')).toEqual([]);
    await expect(makeDraft(ctx, id)).rejects.toMatchObject({ key: 'editor.errors.clientArchived' });
    expect(await restoreParties(ctx, [id])).toBe(1);
    expect(await suggestClients(ctx, 'ashcombe')).toHaveLength(1);
    expect(await kindsOf(id)).toEqual(['client.created', 'client.archived', 'client.restored']);
  });
});

describe('A client', () => {
  it('is not there for another business, nor under an id that is none', async () => {
    const { id } = await makeClient(ctx);
    const stranger = (await makeBusiness()).ctx;
    expect(await clientRecord(stranger, id)).toBeNull();
    expect(await clientRecord(ctx, "' OR 1=1")).toBeNull();
    await expect(updateParty(stranger, await changed(id, {}))).rejects.toBeInstanceOf(Missing);
    expect(await archiveParties(stranger, [id])).toBe(0);
    expect(await suggestClients(stranger, 'ashcombe')).toEqual([]);
  });

  it('is read and not changed by an accountant', async () => {
    const accountant = await makeMember(ctx, 'ACCOUNTANT');
    expect(accountant.may('clients.read')).toBe(true);
    expect(accountant.may('clients.write')).toBe(false);
    expect(accountant.may('notes.read')).toBe(false);
  });

  it('of another business does not answer a repeated form', async () => {
    const input = newClient();
    await createParty(ctx, input);
    const stranger = (await makeBusiness()).ctx;
    const { isNew } = await createParty(stranger, input);
    expect(isNew).toBe(true);
  });
});
