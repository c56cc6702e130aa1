import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { overdueOf, whereOverdue } from '@/lib/documents/client-standing';
import { clientListPage, clientViewCounts } from '@/lib/parties/client-list';
import { type ClientFilters, readClientFilters } from '@/lib/parties/list-filters';
import { recordPayment } from '@/lib/payments/record-payment';
import { addDays } from '@/lib/time/calendar-date';
import { makeBusiness, makeClient, makeInvoice } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';

let ctx: StaffContext;

beforeEach(async () => {
  ({ ctx } = await makeBusiness());
});

const everyone = readClientFilters({});

async function listed(given: Partial<ClientFilters>, by: StaffContext = ctx): Promise<string[]> {
  const page = await clientListPage(by, { ...everyone, ...given }, whereOverdue(by));
  return page.rows.map((row) => row.name);
}

/** All pages one after the other, by following the links. */
async function walked(given: Partial<ClientFilters>, size: number) {
  const pages: string[][] = [];
  const backwards: string[][] = [];
  const read = (cursor?: string) =>
    clientListPage(ctx, { ...everyone, ...given }, whereOverdue(ctx), cursor, size);
  let page = await read();
  pages.push(page.rows.map((row) => row.id));
  while (page.older && pages.length < 50) {
    page = await read(page.older);
    pages.push(page.rows.map((row) => row.id));
  }
  while (page.newer && backwards.length < 50) {
    page = await read(page.newer);
    backwards.unshift(page.rows.map((row) => row.id));
  }
  return { pages, backwards };
}

describe('Searching clients', () => {
  it.each([
    ['مؤسسة الأفق', 'without hamza and with ha for ta marbuta', 'موسسه الافق'],
    ['شركة لُؤلُؤ', 'without vowel signs', 'لولو'],
    ['Société Générale Zürich', 'without accents', 'societe zurich'],
    ['O’Brien & Søn', 'without apostrophe and slash', 'obrien son'],
    ['杭州云栖咖啡有限公司', 'by two characters inside the name', '咖啡'],
    ['杭州云栖咖啡有限公司', 'by one character', '云'],
    ['ＡＣＭＥ 株式会社', 'in half width', 'acme'],
  ])('finds %s %s', async (displayName, _, typed) => {
    await makeClient(ctx, { displayName });
    await makeClient(ctx, {
      displayName: 'Kestrel Cycles',
      email: 'k@kestrel.example',
      city: 'Leeds',
    });
    expect(await listed({ q: typed })).toEqual([displayName]);
  });

  it('looks at e-mail, phone in any digits, tax number and city', async () => {
    await makeClient(ctx, {
      displayName: 'Kestrel Cycles',
      email: 'k@kestrel.example',
      city: 'Leeds',
      taxId: '',
    });
    await makeClient(ctx, {
      displayName: 'Dana',
      email: 'info@dana.example',
      phone: '+96522450123',
      country: 'KW',
      taxId: 'KW77120',
      city: 'الكويت',
    });
    for (const q of ['info@dana', '2245 0123', '٢٢٤٥٠١٢٣', '+965 2245', '77120', 'الكويت']) {
      expect(await listed({ q })).toEqual(['Dana']);
    }
    expect(await listed({ q: 'zzz' })).toEqual([]);
    expect(await listed({ q: `${'a'.repeat(10_000)}` })).toEqual([]);
    expect(await listed({ q: `%' OR 1=1 --` })).toEqual([]);
    expect(await listed({ q: ' \u202E🎉 ' })).toHaveLength(2);
  });

  it('never finds another business’s clients', async () => {
    await makeClient(ctx);
    expect(await listed({ q: 'ashcombe' }, (await makeBusiness()).ctx)).toEqual([]);
  });
});

describe('The list of clients', () => {
  it('is narrowed by kind, country, city and currency', async () => {
    await makeClient(ctx, { displayName: 'Alpha' });
    await makeClient(ctx, { displayName: 'Beta', kind: 'PERSON', givenName: 'Beta' });
    await makeClient(ctx, {
      displayName: 'Gamma',
      country: 'DE',
      city: 'Köln',
      currency: 'EUR',
      taxId: '',
    });
    expect(await listed({ kind: 'PERSON' })).toEqual(['Beta']);
    expect(await listed({ country: 'DE' })).toEqual(['Gamma']);
    expect(await listed({ city: 'koln' })).toEqual(['Gamma']);
    expect(await listed({ currency: 'GBP' })).toEqual(['Alpha', 'Beta']);
  });

  it('reads nonsense in its address as no filter', () => {
    const read = readClientFilters({
      view: 'x',
      sort: '1',
      kind: 'cat',
      country: 'XX',
      currency: '€',
    });
    expect(read).toEqual(everyone);
  });

  it('shows who owes, who is late and who has credit, and keeps archived clients under a tab of their own', async () => {
    const late = await makeClient(ctx, { displayName: 'Late' });
    const owing = await makeClient(ctx, { displayName: 'Owing' });
    await makeClient(ctx, { displayName: 'New' });
    await makeClient(ctx, { displayName: 'Gone', archivedAt: ctx.now() });
    await makeInvoice(ctx, late.id, { issueOn: addDays(ctx.today(), -42) });
    await makeInvoice(ctx, owing.id);
    const { id: partyId } = await makeClient(ctx, { displayName: 'Paid ahead' });
    await recordPayment(ctx, {
      ...{ id: newId(), partyId, currency: 'GBP', amount: 500n, method: 'CASH' },
      ...{ receivedOn: ctx.today(), allocations: [], sendReceipt: false },
    });
    expect(await listed({})).toEqual(['Late', 'New', 'Owing', 'Paid ahead']);
    expect(await listed({ view: 'credit' })).toEqual(['Paid ahead']);
    expect(await listed({ view: 'owing' })).toEqual(['Late', 'Owing']);
    expect(await listed({ view: 'overdue' })).toEqual(['Late']);
    expect(await listed({ view: 'archived' })).toEqual(['Gone']);
    const counts = await clientViewCounts(ctx, whereOverdue(ctx));
    expect(Object.values(counts).map(({ number }) => number)).toEqual([4, 2, 1, 1, 1]);
    expect((await overdueOf(ctx, [late.id, owing.id])).get(late.id)).toEqual([
      { currency: 'GBP', amount: 184_000n, days: 12 },
    ]);
  });

  it('begins with whoever owes most, in one currency', async () => {
    for (const [displayName, unitPrice] of [
      ['Small', '10'],
      ['Large', '900'],
      ['Middle', '50'],
    ] as const) {
      const { id } = await makeClient(ctx, { displayName });
      await makeInvoice(ctx, id, { lines: [draftLine({ unitPrice })] });
    }
    const { id } = await makeClient(ctx, { displayName: 'Euro' });
    await makeInvoice(ctx, id, { currency: 'EUR' });
    expect(await listed({ sort: 'mostOpen' })).toEqual(['Large', 'Middle', 'Small']);
    expect(await listed({ sort: 'mostOpen', q: 'small' })).toEqual(['Small']);
  });

  it.each([
    ['name', {}],
    ['newest', { sort: 'newest' as const }],
    ['search', { q: 'client' }],
  ])('shows everyone once, page after page and back again, by %s', async (_, given) => {
    const createdAt = new Date('2026-01-05T09:00:00Z');
    for (let i = 0; i < 23; i++) {
      // Many of one name and one instant: the id has to settle the order.
      await makeClient(ctx, { id: newId(), displayName: `Client ${i % 3}`, createdAt });
    }
    const whole = await clientListPage(ctx, { ...everyone, ...given }, whereOverdue(ctx));
    const { pages, backwards } = await walked(given, 5);
    expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 3]);
    expect(pages.flat()).toEqual(whole.rows.map((row) => row.id));
    expect(backwards.flat()).toEqual(pages.slice(0, -1).flat());
    expect(whole.count).toEqual({ number: 23, more: false });
  });

  it('pages through equal debts without losing anyone', async () => {
    for (let i = 0; i < 7; i++) {
      const { id } = await makeClient(ctx, { displayName: `Client ${i}` });
      await makeInvoice(ctx, id, { lines: [draftLine({ unitPrice: i < 4 ? '10' : '20' })] });
    }
    const { pages, backwards } = await walked({ sort: 'mostOpen' }, 2);
    expect(new Set(pages.flat()).size).toBe(7);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 1]);
    expect(backwards.flat()).toEqual(pages.slice(0, -1).flat());
  });
});
