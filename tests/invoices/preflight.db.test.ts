import { beforeEach, describe, expect, it } from 'vitest';
import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { nextInvoiceNumber } from '@/lib/businesses/next-number';
import {
  clientAccounts,
  editorClient,
  editorTaxRates,
  newDraft,
  usualTaxRateId,
} from '@/lib/invoices/editor-data';
import { preflight } from '@/lib/invoices/preflight';
import { isWeekend, nextWorkday } from '@/lib/time/weekend';
import { makeBusiness, makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';

let ctx: StaffContext;
let partyId: string;
let standardRateId: string;
let zeroRateId: string;

// A Thursday; thirty days later it is a Saturday.
const clock = () => new Date('2026-11-19T11:00:00Z');

beforeEach(async () => {
  ({ ctx, standardRateId, zeroRateId } = await makeBusiness({}, clock));
  partyId = (await makeClient(ctx)).id;
});

async function found(id: string) {
  const checks = await preflight(ctx, id);
  return Object.fromEntries(checks.map((check) => [check.id, check]));
}

describe('Before an invoice goes', () => {
  it('says what is in order', async () => {
    const client = await makeClient(ctx, { taxId: 'GB980780684' });
    const { id } = await makeDraft(ctx, client.id, { termsDays: 28 });
    const checks = await preflight(ctx, id);
    expect(checks.map((check) => [check.id, check.severity])).toEqual([
      ['address', 'fine'],
      ['taxId', 'fine'],
      ['email', 'fine'],
    ]);
  });

  it('offers the next working day when it falls due on a weekend', async () => {
    const { id } = await makeDraft(ctx, partyId, { termsDays: 30 });
    expect((await found(id)).due).toMatchObject({
      severity: 'warn',
      text: 'Due on a day off: Saturday, 19 Dec',
      remedy: { label: 'Make it Monday, 21 Dec', dueOn: '2026-12-21' },
    });
  });

  it('names what the client’s record lacks, and where to add it', async () => {
    const bare = await makeClient(ctx, { email: '', street: '', postcode: '', taxId: 'GB123' });
    const { id } = await makeDraft(ctx, bare.id);
    const checks = await found(id);
    const href = `/b/${ctx.business.slug}/clients/${bare.id}/edit`;
    expect(checks.address).toMatchObject({ severity: 'warn', remedy: { href } });
    expect(checks.taxId).toMatchObject({ severity: 'warn', remedy: { href } });
    expect(checks.email).toMatchObject({ severity: 'warn', remedy: { href } });
  });

  it('warns of a total of zero and of another currency than the client’s', async () => {
    const { id } = await makeDraft(ctx, partyId, {
      currency: 'EUR',
      lines: [draftLine({ unitPrice: '0' })],
    });
    const checks = await found(id);
    expect(checks.total?.severity).toBe('warn');
    expect(checks.currency?.severity).toBe('warn');
  });

  it('notices the same client and total as lately', async () => {
    const before = await makeInvoice(ctx, partyId);
    const { id } = await makeDraft(ctx, partyId);
    expect((await found(id)).lookalike).toMatchObject({
      severity: 'warn',
      remedy: { href: `/b/${ctx.business.slug}/invoices/${before.id}` },
    });
    const other = await makeDraft(ctx, partyId, { lines: [draftLine({ unitPrice: '1840.01' })] });
    expect((await found(other.id)).lookalike).toBeUndefined();
  });

  it('asks about tax of this country on an invoice to another one, but not where nothing is charged', async () => {
    const client = await makeClient(ctx, { country: 'JO' });
    const { id } = await makeDraft(ctx, client.id, {
      lines: [draftLine({ taxRateId: standardRateId })],
    });
    expect((await found(id)).taxAbroad).toEqual({
      id: 'taxAbroad',
      severity: 'warn',
      text: `${client.displayName} is in Jordan: check that VAT 20% is due there`,
    });
    const free = await makeDraft(ctx, client.id, {
      lines: [draftLine({ taxRateId: zeroRateId })],
    });
    expect((await found(free.id)).taxAbroad).toBeUndefined();
    const home = await makeDraft(ctx, partyId, {
      lines: [draftLine({ taxRateId: standardRateId })],
    });
    expect((await found(home.id)).taxAbroad).toBeUndefined();
  });

  it('warns where lines outside the scope of VAT stand beside others, in the European Union (EN 16931, BR-O-11)', async () => {
    const lines = (...rates: (string | null)[]) => ({
      lines: rates.map((taxRateId) => draftLine({ taxRateId })),
    });
    for (const [country, isHeld] of [
      ['DE', true],
      ['GB', false],
      ['US', false],
    ] as const) {
      const seller = await makeBusiness({ country }, clock);
      const client = await makeClient(seller.ctx);
      const warned = async (...rates: (string | null)[]) => {
        const { id } = await makeDraft(seller.ctx, client.id, lines(...rates));
        const checks = await preflight(seller.ctx, id);
        return checks.filter((check) => check.id === 'outsideScope').map((check) => check.severity);
      };
      expect(await warned(null, seller.standardRateId)).toEqual(isHeld ? ['warn'] : []);
      expect(await warned(seller.zeroRateId, null)).toEqual(isHeld ? ['warn'] : []);
      expect(await warned(null, null)).toEqual([]);
      expect(await warned(seller.standardRateId, seller.zeroRateId)).toEqual([]);
    }
  });

  it('stops what issuing would refuse', async () => {
    const homeless = await makeBusiness({ street: '', city: '' }, clock);
    const client = await makeClient(homeless.ctx);
    const draft = await makeDraft(homeless.ctx, client.id, {
      termsDays: null,
      dueOn: '2026-11-01',
      lines: [draftLine({ unitPrice: '-5' })],
    });
    const stops = (await preflight(homeless.ctx, draft.id)).filter(
      (check) => check.severity === 'stop',
    );
    expect(stops.map((check) => check.id)).toEqual(['ownAddress', 'due', 'total']);
  });

  it('looks at nothing of another business', async () => {
    const { id } = await makeDraft(ctx, partyId);
    const { ctx: stranger } = await makeBusiness();
    await expect(preflight(stranger, id)).rejects.toBeInstanceOf(Missing);
  });
});

describe('A new invoice', () => {
  const rateOf = async (id: string, asker = ctx) => {
    const [client, usual, rates] = await Promise.all([
      editorClient(asker, id),
      usualTaxRateId(asker, id),
      editorTaxRates(asker),
    ]);
    return newDraft(asker, client, rates, usual).lines[0]?.taxRateId;
  };

  it('takes over the tax of the client’s last invoice, and the usual one before there is any', async () => {
    expect(await rateOf(partyId)).toBe(standardRateId);
    await makeInvoice(ctx, partyId, { lines: [draftLine({ taxRateId: zeroRateId })] });
    expect(await rateOf(partyId)).toBe(zeroRateId);
    await makeInvoice(ctx, partyId, {
      lines: [draftLine({ taxRateId: zeroRateId }), draftLine({ taxRateId: standardRateId })],
    });
    expect(await rateOf(partyId)).toBe(standardRateId);
  });

  it('takes over nothing of another business’s client', async () => {
    await makeInvoice(ctx, partyId, { lines: [draftLine({ taxRateId: zeroRateId })] });
    expect(await usualTaxRateId((await makeBusiness()).ctx, partyId)).toBeNull();
  });
});

describe('Beside the paper', () => {
  it('says which number the draft would take', async () => {
    expect(await nextInvoiceNumber(ctx, '2026-11-19')).toBe('INV-2026-0001');
    await makeInvoice(ctx, partyId);
    expect(await nextInvoiceNumber(ctx, '2026-11-19')).toBe('INV-2026-0002');
    expect(await nextInvoiceNumber(ctx, '2027-01-01')).toBe('INV-2027-0001');
  });

  it('says what the client owes and what of it is overdue', async () => {
    await makeInvoice(ctx, partyId, { issueOn: '2026-01-05', termsDays: 14 });
    await makeInvoice(ctx, partyId);
    expect(await clientAccounts(ctx, partyId)).toEqual([
      { currency: 'GBP', open: '368000', overdue: '184000', credit: '0' },
    ]);
  });
});

describe('A weekend', () => {
  it('is Saturday and Sunday in Britain, Friday and Saturday in Jordan', () => {
    expect(isWeekend('2026-11-20', 'GB')).toBe(false);
    expect(isWeekend('2026-11-20', 'JO')).toBe(true);
    expect(nextWorkday('2026-11-20', 'JO')).toBe('2026-11-22');
    expect(nextWorkday('2026-11-21', 'GB')).toBe('2026-11-23');
  });
});
