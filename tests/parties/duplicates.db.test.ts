import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { addContact } from '@/lib/parties/add-contact';
import { checkClient } from '@/lib/parties/check-client';
import { findDuplicates } from '@/lib/parties/find-duplicates';
import { newContactInput } from '@/lib/parties/schema';
import { makeBusiness, makeClient } from '@/prisma/seed/builders';

let ctx: StaffContext;

beforeEach(async () => {
  ({ ctx } = await makeBusiness());
});

const hints = (given: object) => ({
  id: newId(),
  name: '',
  email: '',
  phone: '',
  country: 'GB',
  taxId: '',
  ...given,
});

const reasons = async (given: object) =>
  (await findDuplicates(ctx, hints(given))).map((found) => found.reasons);

describe('A client who may be there already', () => {
  it('is noticed by e-mail, phone and tax number however they are written', async () => {
    await makeClient(ctx, { phone: '+441174960355' });
    expect(await reasons({ email: ' ELLIE@AshcombeBrewery.example ' })).toEqual([['email']]);
    expect(await reasons({ phone: '(0117) 496-0355' })).toEqual([['phone']]);
    expect(await reasons({ taxId: 'gb 284 1937 34' })).toEqual([['taxId']]);
    expect(await reasons({ email: 'other@ashcombebrewery.example' })).toEqual([]);
  });

  it('is noticed by the e-mail of a person there', async () => {
    const { id } = await makeClient(ctx);
    const dan = { id: newId(), partyId: id, givenName: 'Dan', email: 'd@a.example', country: 'GB' };
    await addContact(ctx, newContactInput.parse(dan));
    expect(await reasons({ email: 'd@a.example' })).toEqual([['email']]);
  });

  it.each([
    ['Ashcombe Brewery Ltd', 'Ashcombe Brewery Limited'],
    ['Ashcombe Brewery Ltd', 'The Ashcomb Brewery'],
    ['Müller & Söhne GmbH', 'Muller und Sohne'],
    ['مؤسسة سدرة للضيافة', 'سدره للضيافه'],
    ['杭州云栖咖啡有限公司', '云栖咖啡'],
  ])('is noticed by a similar name: %s, %s', async (displayName, name) => {
    await makeClient(ctx, { displayName });
    expect(await reasons({ name })).toEqual([['name']]);
  });

  it.each([
    ['Ashcombe Brewery Ltd', 'Harbour Brewery Ltd'],
    ['Kestrel Cycles', 'Old Docks Trust'],
    ['杭州云栖咖啡有限公司', '上海云海贸易有限公司'],
    ['Ltd', 'Limited'],
  ])('is not seen where two names only share a word: %s, %s', async (displayName, name) => {
    await makeClient(ctx, { displayName });
    expect(await reasons({ name })).toEqual([]);
  });

  it('is not themselves, nor another business’s', async () => {
    const { id } = await makeClient(ctx);
    expect(await reasons({ id, email: 'ellie@ashcombebrewery.example' })).toEqual([]);
    const stranger = (await makeBusiness()).ctx;
    const asked = hints({ email: 'ellie@ashcombebrewery.example' });
    expect(await findDuplicates(stranger, asked)).toEqual([]);
  });

  it('comes with the surest reason first, archived ones too', async () => {
    await makeClient(ctx, { displayName: 'Ashcombe Brewery', email: 'x@y.example', taxId: '' });
    await makeClient(ctx, { displayName: 'Something else', archivedAt: ctx.now() });
    const found = await findDuplicates(
      ctx,
      hints({ name: 'Ashcombe Brewery', taxId: '284193734' }),
    );
    expect(found.map(({ name, archived }) => [name, archived])).toEqual([
      ['Something else', true],
      ['Ashcombe Brewery', false],
    ]);
  });

  it('stays unfound by nonsense of any length', async () => {
    await makeClient(ctx);
    for (const name of ['🎉', '\u202E', '<script>', '%%%', 'a'.repeat(800)]) {
      expect(await reasons({ name, email: name, phone: name.slice(0, 60), taxId: name })).toEqual(
        [],
      );
    }
  });
});

describe('A half-filled form', () => {
  it('hears how its phone was read and what its tax number lacks', async () => {
    expect(
      await checkClient(ctx, hints({ phone: '٠١١٧ ٤٩٦ ٠٣٥٥', taxId: 'GB 284 1937 5' })),
    ).toMatchObject({
      phoneRead: '+44 117 496 0355',
      taxIdProblem: 'A number from the UK has 9 or 12 digits; this one has 8.',
    });
    expect(await checkClient(ctx, hints({}))).toEqual({
      phoneRead: null,
      taxIdProblem: null,
      duplicates: [],
    });
  });
});
