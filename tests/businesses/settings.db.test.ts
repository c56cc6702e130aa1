import { describe, expect, test } from 'vitest';
import { archiveTaxRate } from '@/lib/businesses/archive-tax-rate';
import { makeTaxRateDefault } from '@/lib/businesses/make-tax-rate-default';
import { saveBusiness } from '@/lib/businesses/save-business';
import { saveTaxRate, taxRateInput } from '@/lib/businesses/save-tax-rate';
import { businessInput } from '@/lib/businesses/schema';
import { setNumberPattern } from '@/lib/businesses/set-number-pattern';
import { setupSteps } from '@/lib/businesses/setup';
import { listTaxRates } from '@/lib/businesses/tax-rate-queries';
import { updateBusiness } from '@/lib/businesses/update-business';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { colleague, contextOf, owner } from '../members/world';

let count = 0;
const someone = () => owner(`Keeper ${++count}`);

const form = (changes: Record<string, string> = {}) =>
  businessInput.parse({
    version: '1',
    name: 'Tidewater Signs',
    legalName: 'Tidewater Signs Ltd',
    country: 'GB',
    street: '42 Harbour Lane',
    city: 'Bristol',
    postcode: 'BS1 5TR',
    taxId: '',
    registrationId: '',
    email: 'Billing@Tidewater.example',
    phone: '0117 496 0142',
    website: 'tidewater.example',
    locale: 'en',
    currency: 'GBP',
    timeZone: 'Europe/London',
    ...changes,
  });

describe('The settings of the business', () => {
  test('are saved in the one spelling we keep, with what changed in the books', async () => {
    const ctx = await someone();
    await updateBusiness(ctx, form());
    const { business } = await contextOf(ctx.user.email, ctx.business.slug);
    expect(business).toMatchObject({
      email: 'billing@tidewater.example',
      phone: '+441174960142',
      website: 'https://tidewater.example',
      version: 2,
    });
    const event = await ctx.db.event.findFirstOrThrow({ where: { kind: 'business.updated' } });
    expect(event.data).toMatchObject({ changes: { city: ['', 'Bristol'] } });
  });

  test('that somebody else saved meanwhile are shown beside one’s own', async () => {
    const ctx = await someone();
    await saveBusiness(ctx, { version: 1, bankName: 'First Bank' });
    await expect(saveBusiness(ctx, { version: 1, bankName: 'Second Bank' })).rejects.toMatchObject({
      name: 'Stale',
      theirs: { bankName: 'First Bank' },
      changedBy: ctx.user.name,
      version: 2,
    });
  });

  test('doubt a tax id that cannot be right, and keep it when told to', async () => {
    const ctx = await someone();
    await expect(updateBusiness(ctx, form({ taxId: 'GB 123 45' }))).rejects.toMatchObject({
      key: 'settings.business.taxIdDoubt',
      field: 'taxId',
    });
    await updateBusiness(ctx, form({ taxId: 'GB 123 45', keepTaxId: 'on' }));
    expect((await contextOf(ctx.user.email, ctx.business.slug)).business.taxId).toMatch(/123/);
  });
});

describe('Tax rates', () => {
  const rate = (given: Record<string, string>) =>
    taxRateInput.safeParse({
      id: newId(),
      version: '',
      name: 'Hotel',
      rate: '7.5',
      category: 'STANDARD',
      exemptionReason: '',
      ...given,
    });

  test.each([
    ['a word', { rate: 'seven' }, false],
    ['more than everything', { rate: '100.5' }, false],
    ['five decimals', { rate: '7.12345' }, false],
    ['a minus', { rate: '-7' }, false],
    ['nothing, though taxed', { rate: '0' }, false],
    [
      'something, though exempt',
      { rate: '5', category: 'EXEMPT', exemptionReason: 'Art. 132' },
      false,
    ],
    ['no reason, though exempt', { rate: '0', category: 'EXEMPT' }, false],
    ['four decimals', { rate: '7.1234' }, true],
    ['Arabic digits', { rate: '٧٫٥' }, true],
    ['the zero rate', { rate: '', category: 'ZERO' }, true],
  ])('with %s', (_, given, accepted) => {
    expect(rate(given).success).toBe(accepted);
  });

  test('have one default, which is never archived', async () => {
    const ctx = await someone();
    const parsed = rate({});
    if (!parsed.success) throw parsed.error;
    await saveTaxRate(ctx, parsed.data);
    await saveTaxRate(ctx, parsed.data);
    await makeTaxRateDefault(ctx, { id: parsed.data.id });
    const rates = await listTaxRates(ctx);
    expect(rates.filter(({ isDefault }) => isDefault).map(({ name }) => name)).toEqual(['Hotel']);
    await expect(archiveTaxRate(ctx, { id: parsed.data.id, archived: true })).rejects.toMatchObject(
      {
        key: 'settings.taxes.errors.archiveDefault',
      },
    );
  });

  test('of another business cannot be changed, archived or made the default', async () => {
    const [ctx, stranger] = [await someone(), await someone()];
    const [theirs] = await listTaxRates(ctx);
    if (!theirs) throw new Error('no rate');
    const { id } = theirs;
    const parsed = rate({ id, version: '1' });
    if (!parsed.success) throw parsed.error;
    await expect(saveTaxRate(stranger, parsed.data)).rejects.toThrow('missing');
    await expect(archiveTaxRate(stranger, { id, archived: true })).rejects.toThrow('missing');
    await expect(makeTaxRateDefault(stranger, { id })).rejects.toThrow('missing');
  });
});

describe('The number pattern', () => {
  test('is refused when it would give a number that is given already', async () => {
    const ctx = await someone();
    const series = await ctx.db.numberSeries.findFirstOrThrow({ where: { kind: 'INVOICE' } });
    const businessId = ctx.business.id;
    await unscopedDb().party.create({
      data: {
        businessId,
        id: newId(),
        kind: 'PERSON',
        stage: 'CUSTOMER',
        displayName: 'A',
        sortName: 'a',
        email: 'a@example.com',
        country: 'GB',
        locale: 'en',
        currency: 'GBP',
        grams: [],
        createdAt: ctx.now(),
      },
    });
    const { id: partyId } = await ctx.db.party.findFirstOrThrow({ select: { id: true } });
    await unscopedDb().document.create({
      data: {
        businessId,
        id: newId(),
        kind: 'INVOICE',
        partyId,
        currency: 'GBP',
        locale: 'en',
        pricesIncludeTax: false,
        issueOn: new Date('2026-03-01'),
        seriesId: series.id,
        period: '2026',
        sequence: 7,
        number: 'INV-2026-0007',
        snapshot: {},
        previousHash: '',
        hash: 'x',
        issuedAt: ctx.now(),
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
        grams: [],
      },
    });
    await unscopedDb().numberCounter.create({
      data: { businessId, seriesId: series.id, period: '2026', lastNumber: 7 },
    });
    const change = (pattern: string, version: number) =>
      setNumberPattern(ctx, { kind: 'INVOICE', pattern, version });
    await expect(change('INV-2026-{0000}', 1)).rejects.toMatchObject({
      key: 'settings.numbering.collides',
      values: { number: 'INV-2026-0007' },
    });
    // No count follows these letters in a number that is given.
    await change('INV-{0000}', 1);
    await change('TS-{YYYY}-{000}', 2);
    await expect(change('X-{0}', 1)).rejects.toMatchObject({ name: 'Stale' });
    await change('INV-{YYYY}-{0000}', 3);
  });
});

test('The set-up list shows what is done, what is now and what is left', async () => {
  const ctx = await someone();
  expect((await setupSteps(ctx)).map(({ state }) => state)).toEqual([
    'now',
    'left',
    'left',
    'left',
    'left',
  ]);
  await updateBusiness(ctx, form({ taxId: 'GB 123 45', keepTaxId: 'on' }));
  const after = await contextOf(ctx.user.email, ctx.business.slug);
  expect((await setupSteps(after)).map(({ state }) => state)).toEqual([
    'done',
    'now',
    'left',
    'left',
    'left',
  ]);
});

test('The set-up list offers nobody what they may not do', async () => {
  const ctx = await someone();
  const names = async (role: 'MANAGER' | 'MEMBER' | 'ACCOUNTANT') => {
    const { user } = await colleague(ctx, `Helper ${role} ${count}`, role);
    const steps = await setupSteps(await contextOf(user.email, ctx.business.slug));
    return steps.map(({ name, state }) => `${name} ${state}`);
  };
  expect(await names('MANAGER')).toEqual(['address now', 'logo left', 'bank left']);
  expect(await names('MEMBER')).toEqual([]);
  expect(await names('ACCOUNTANT')).toEqual([]);
});
