import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { chosenInvoices } from '@/lib/invoices/chosen-invoices';
import { readInvoiceFilters, type SearchParams } from '@/lib/invoices/list-filters';
import { markSent } from '@/lib/invoices/mark-sent';
import { invoiceListPage, invoiceSums, invoiceViewCounts } from '@/lib/invoices/queries';
import { voidInvoice } from '@/lib/invoices/void-invoice';
import { beyondPage } from '@/lib/lists/whole-list';
import { addDays } from '@/lib/time/calendar-date';
import { makeBusiness, makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';

let ctx: StaffContext;
let brewery: string;
let school: string;

const filters = (params: SearchParams = {}) => readInvoiceFilters(params, 'GBP');
const numbers = async (params: SearchParams = {}) =>
  (await invoiceListPage(ctx, filters(params))).rows.map((row) => row.number ?? row.clientName);

beforeAll(async () => {
  ({ ctx } = await makeBusiness());
  brewery = (await makeClient(ctx)).id;
  school = (await makeClient(ctx, { displayName: '红杉国际学校' })).id;
  const today = ctx.today();
  const line = (unitPrice: string) => ({ lines: [draftLine({ unitPrice })] });
  // 0001 overdue, 0002 due, 0003 void, 0004 in euros and not sent; then a draft.
  await makeInvoice(ctx, brewery, {
    ...line('100'),
    issueOn: addDays(today, -40),
    termsDays: 14,
    reference: 'PO 7781',
  });
  const due = await makeInvoice(ctx, school, { ...line('250'), issueOn: addDays(today, -3) });
  await markSent(ctx, due.id);
  const mistake = await makeInvoice(ctx, brewery, { ...line('999'), issueOn: addDays(today, -3) });
  await voidInvoice(ctx, { id: mistake.id, reason: 'Mistake' });
  await makeInvoice(ctx, brewery, { ...line('80'), currency: 'EUR', issueOn: addDays(today, -2) });
  await makeDraft(ctx, school, line('70'));
  const { ctx: other } = await makeBusiness();
  await makeInvoice(other, (await makeClient(other)).id);
});

const number = (n: number, day = ctx.today()) =>
  `INV-${addDays(day, n === 1 ? -40 : -2).slice(0, 4)}-000${n}`;

describe('The list of invoices', () => {
  it('shows this business’s invoices, the newest first', async () => {
    expect(await numbers()).toEqual(['红杉国际学校', number(4), number(3), number(2), number(1)]);
    expect(await numbers({ sort: 'oldest' })).toEqual((await numbers()).toReversed());
  });

  it('says what each invoice is today', async () => {
    const page = await invoiceListPage(ctx, filters());
    expect(page.rows.map((row) => row.state)).toEqual([
      'draft',
      'unsent',
      'void',
      'due',
      'overdue',
    ]);
    expect(page.rows.at(-1)?.daysOverdue).toBe(26);
  });

  it('narrows by state, client, dates, amount and currency', async () => {
    expect(await numbers({ state: 'overdue,draft' })).toEqual(['红杉国际学校', number(1)]);
    expect(await numbers({ client: school })).toEqual(['红杉国际学校', number(2)]);
    expect(await numbers({ issuedFrom: addDays(ctx.today(), -2) })).toEqual([number(4)]);
    expect(await numbers({ dueTo: addDays(ctx.today(), -1) })).toEqual([number(1)]);
    expect(await numbers({ min: '100', max: '250.00' })).toEqual([number(2), number(1)]);
    expect(await numbers({ currency: 'eur', min: '٨٠' })).toEqual([number(4)]);
    expect(await numbers({ view: 'awaiting' })).toEqual([number(4), number(2), number(1)]);
    expect(await numbers({ view: 'drafts' })).toEqual(['红杉国际学校']);
  });

  it('reads nonsense in the address as no filter', async () => {
    const all = await numbers();
    expect(
      await numbers({ state: 'x', client: 'y', issuedFrom: '2026-02-31', min: 'z', sort: '?' }),
    ).toEqual(all);
    expect((await invoiceListPage(ctx, filters(), 'o.zzz')).rows).toHaveLength(all.length);
  });

  it('finds by number, client in any script, and the client’s own reference', async () => {
    expect(await numbers({ q: '0002' })).toEqual([number(2)]);
    expect(await numbers({ q: '红杉' })).toEqual(['红杉国际学校', number(2)]);
    expect(await numbers({ q: 'po 7781' })).toEqual([number(1)]);
  });

  it('sums what is filtered for each currency, without what is void', async () => {
    expect(await invoiceSums(ctx, filters())).toEqual([
      { currency: 'EUR', total: 8_000n, open: 8_000n },
      { currency: 'GBP', total: 42_000n, open: 35_000n },
    ]);
    expect(await invoiceSums(ctx, filters({ view: 'overdue' }))).toEqual([
      { currency: 'GBP', total: 10_000n, open: 10_000n },
    ]);
  });

  it('counts what stands under each tab', async () => {
    const counts = await invoiceViewCounts(ctx);
    expect(Object.values(counts).map((count) => count.number)).toEqual([5, 3, 1, 1]);
  });

  it.each(['oldest', 'due', 'amount'])(
    'holds the same invoices and sums sorted by %s, those without a date too',
    async (sort) => {
      expect((await numbers({ sort })).toSorted()).toEqual((await numbers()).toSorted());
      expect(await invoiceSums(ctx, filters({ sort }))).toEqual(await invoiceSums(ctx, filters()));
      const { count } = await invoiceListPage(ctx, filters({ sort }));
      expect(count.number).toBe(5);
    },
  );

  it('stands drafts without a due date last when sorted by it', async () => {
    expect((await numbers({ sort: 'due' })).at(-1)).toBe('红杉国际学校');
  });

  it.each(['newest', 'oldest', 'due', 'amount'])(
    'pages to the end and back, sorted by %s',
    async (sort) => {
      const wanted = filters({ sort });
      const whole = (await invoiceListPage(ctx, wanted)).rows.map((row) => row.id);
      const seen: string[] = [];
      let page = await invoiceListPage(ctx, wanted, undefined, 2);
      expect(page.newer).toBeNull();
      seen.push(...page.rows.map((row) => row.id));
      while (page.older) {
        page = await invoiceListPage(ctx, wanted, page.older, 2);
        seen.push(...page.rows.map((row) => row.id));
      }
      expect(seen).toEqual(whole);
      const back = page.newer ? await invoiceListPage(ctx, wanted, page.newer, 2) : null;
      const at = whole.indexOf(page.rows[0]?.id ?? '');
      expect(back?.rows.map((row) => row.id)).toEqual(whole.slice(at - 2, at));
    },
  );
});

describe('Ticking all of a list', () => {
  it('takes what passes the filters on all pages, in the order of the list, with what is open', async () => {
    const all = await chosenInvoices(ctx, filters());
    expect(all.ids).toEqual((await invoiceListPage(ctx, filters())).rows.map(({ id }) => id));
    expect(all.open.map(({ currency }) => currency)).toEqual(['EUR', 'GBP']);
    const late = await chosenInvoices(ctx, filters({ view: 'overdue' }));
    expect(late.ids).toHaveLength(1);
    const [sum] = await invoiceSums(ctx, filters({ view: 'overdue' }));
    expect(late.open).toEqual([{ currency: sum?.currency, amount: sum?.open }]);
  });

  it('is offered only beyond a page, and says when it does not reach the end', () => {
    const page = (shown: number, number: number) =>
      beyondPage({ rows: Array(shown).fill(null), count: { number, more: false } }, 2_000);
    expect(page(50, 50)).toBeNull();
    expect(page(50, 51)).toEqual({ n: 51, more: 'no' });
    expect(page(50, 2_000)).toEqual({ n: 2_000, more: 'no' });
    expect(page(50, 2_001)).toEqual({ n: 2_000, more: 'yes' });
  });
});
