import { describe, expect, it } from 'vitest';
import { Incomplete } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { CLIENT_FIELDS } from '@/lib/businesses/client-fields';
import { saveBusiness } from '@/lib/businesses/save-business';
import { clientFieldsInput } from '@/lib/businesses/schema';
import { createParty } from '@/lib/parties/create-party';
import { requiredOf } from '@/lib/parties/required-fields';
import { clientInput } from '@/lib/parties/schema';
import { updateParty } from '@/lib/parties/update-party';
import { makeBusiness, makeClient } from '@/prisma/seed/builders';
import { newClient } from './form';

async function businessAsking(...requiredClientFields: string[]): Promise<StaffContext> {
  const { ctx } = await makeBusiness({ requiredClientFields });
  return ctx;
}

const asked = async (ctx: StaffContext, given: Parameters<typeof newClient>[0] = {}) => {
  const refusal = await createParty(ctx, newClient(given)).catch((error: unknown) => error);
  return refusal instanceof Incomplete ? refusal.fields : refusal;
};

describe('What the owner asks of every new client', () => {
  it('is nothing but a name and an e-mail address until they choose', async () => {
    const { party } = await createParty(await businessAsking(), newClient());
    expect(party.phone).toBe('');
  });

  it('is asked for all at once, each beside its field', async () => {
    const ctx = await businessAsking(...CLIENT_FIELDS);
    expect(await asked(ctx)).toEqual([
      'phone',
      'contactGivenName',
      'taxId',
      'street',
      'city',
      'postcode',
    ]);
    expect(await ctx.db.party.count()).toBe(0);
    const { isNew } = await createParty(
      ctx,
      newClient({
        phone: '0117 496 0142',
        contactGivenName: 'Ellie',
        taxId: 'GB980780684',
        street: '1 Quay',
        city: 'Bristol',
        postcode: 'BS1 6LR',
      }),
    );
    expect(isNew).toBe(true);
  });

  it('does not ask a person for a tax number, Dubai for a postcode, or anybody for a blank', async () => {
    const ctx = await businessAsking('taxId', 'contactPerson', 'postcode', 'region');
    const person = { kind: 'PERSON' as const, companyName: '', givenName: 'Leïla' };
    expect(await asked(ctx, { ...person, country: 'AE' })).toEqual(['region']);
    expect(await asked(ctx, { ...person, postcode: '   ' })).toEqual(['postcode']);
    expect(requiredOf(['region', 'nonsense'], { kind: 'PERSON', country: 'DE' })).toEqual([]);
  });

  it('never asks another business’s clients', async () => {
    await businessAsking('phone');
    const { isNew } = await createParty(await businessAsking(), newClient());
    expect(isNew).toBe(true);
  });
});

describe('A client from before the owner asked for more', () => {
  async function older(ctx: StaffContext, stored: object = {}) {
    const party = await makeClient(ctx, { phone: '', ...stored });
    const asking = { ...ctx, business: { ...ctx.business, requiredClientFields: ['phone'] } };
    const change = (given: object) =>
      clientInput.parse({
        id: party.id,
        version: String(party.version),
        kind: party.kind,
        companyName: party.companyName,
        email: party.email,
        phone: party.phone,
        country: party.country,
        taxId: party.taxId,
        locale: party.locale,
        currency: party.currency,
        ...given,
      });
    return { asking, change };
  }

  it('can be changed without what is lacking', async () => {
    const { ctx } = await makeBusiness();
    const { asking, change } = await older(ctx);
    await expect(updateParty(asking, change({ city: 'Bath' }))).resolves.toMatchObject({
      version: 2,
    });
  });

  it('keeps what is asked for once it is there', async () => {
    const { ctx } = await makeBusiness();
    const { asking, change } = await older(ctx, { phone: '+441174960142' });
    await expect(updateParty(asking, change({ phone: '' }))).rejects.toMatchObject({
      fields: ['phone'],
    });
  });
});

describe('Choosing what is asked', () => {
  const typed = (version: number, fields?: string[]) =>
    clientFieldsInput.parse({
      version: String(version),
      ...Object.fromEntries((fields ?? []).map((field) => [field, 'on'])),
    });

  it('takes known fields, and none at all', async () => {
    const { ctx } = await makeBusiness();
    await saveBusiness(ctx, typed(1, ['city', 'phone']));
    const stored = () => ctx.db.business.findUniqueOrThrow({ where: { id: ctx.business.id } });
    expect(await stored()).toMatchObject({ version: 2, requiredClientFields: ['phone', 'city'] });
    // The same choice again is no change.
    await saveBusiness(ctx, typed(2, ['city', 'phone']));
    expect(await stored()).toMatchObject({ version: 2 });
    await saveBusiness(ctx, typed(2));
    expect(await stored()).toMatchObject({ version: 3, requiredClientFields: [] });
    expect(clientFieldsInput.safeParse({ version: '1', shoeSize: 'on' }).success).toBe(false);
  });

  it('shows both choices when somebody else has chosen meanwhile, as their forms show them', async () => {
    const { ctx } = await makeBusiness({ requiredClientFields: ['city'] });
    await expect(saveBusiness(ctx, typed(7, ['phone']))).rejects.toMatchObject({
      version: 1,
      theirs: { city: 'on', phone: '', taxId: '' },
    });
    const documents = { receiptMail: false, pricesIncludeTax: true, paymentTermsDays: 14 };
    await expect(saveBusiness(ctx, { version: 7, ...documents })).rejects.toMatchObject({
      theirs: { receiptMail: 'on', pricesIncludeTax: 'net', paymentTermsDays: '30' },
    });
  });
});
