import { beforeAll, describe, expect, it } from 'vitest';
import { type SeededBusiness, seedBusiness } from '@/lib/cli/bench/seed-business';
import { portalClient } from '@/lib/cli/bench/visitors';
import { refreshPartyBalance } from '@/lib/documents/balances';
import { clientStanding, overdueOf, whereOverdue } from '@/lib/documents/client-standing';
import { timeline } from '@/lib/events/timeline';
import { attention } from '@/lib/home/attention';
import { dueNext } from '@/lib/home/due-next';
import { homeFigures } from '@/lib/home/figures';
import { findRecords } from '@/lib/home/find-records';
import { readInvoiceFilters, type SearchParams } from '@/lib/invoices/list-filters';
import { invoiceListPage, invoiceSums, invoiceViewCounts } from '@/lib/invoices/queries';
import { findIssuer } from '@/lib/links/find-business';
import { writeCursor } from '@/lib/lists/keyset';
import { listMessages, MESSAGE_FILTERS, messagesOf } from '@/lib/messages/queries';
import { clientListPage, clientViewCounts } from '@/lib/parties/client-list';
import { readClientFilters } from '@/lib/parties/list-filters';
import { clientRecord, notesOf, tabCounts } from '@/lib/parties/queries';
import { readPaymentFilters } from '@/lib/payments/list-filters';
import { openInvoicesOf, paymentListPage, paymentSums, paymentsOf } from '@/lib/payments/queries';
import { readInvoice } from '@/lib/portal/invoice';
import { testDatabase } from '../support/database';
import { greedy, wholeTableReads } from './read-plans';

const INVOICES = 30_000;
const CLIENTS = 10_000;

let seeded: SeededBusiness;
let ctx: SeededBusiness['ctx'];
/** The client with most invoices. */
let client: string;

beforeAll(async () => {
  seeded = await seedBusiness(testDatabase(), INVOICES, CLIENTS);
  ctx = seeded.ctx;
  client = seeded.clients[0] ?? '';
}, 120_000);

/** The place of a row in the middle of a list. */
const middle = (value: Date | string | bigint, id: string) =>
  writeCursor({
    towards: 'older',
    value: value instanceof Date ? value.toISOString() : String(value),
    id,
  });

describe('With many invoices no table is read from end to end for', () => {
  it.each<SearchParams>([
    {},
    { sort: 'oldest' },
    { sort: 'due' },
    { sort: 'amount' },
    { view: 'awaiting' },
    { view: 'awaiting', sort: 'due' },
    { view: 'overdue' },
    { view: 'drafts' },
    { view: 'drafts', sort: 'due' },
    { state: 'paid' },
    { state: 'void' },
    { q: 'kestrel cycles' },
    { q: '红杉' },
    { issuedFrom: '2026-01-01', issuedTo: '2026-01-31' },
  ])('the invoices with %o, first page and deep', async (params) => {
    const filters = readInvoiceFilters(params, 'GBP');
    expect(await wholeTableReads(() => invoiceListPage(ctx, filters))).toEqual([]);
    const row = await ctx.db.document.findFirstOrThrow({
      where: { kind: 'INVOICE' },
      orderBy: { createdAt: 'desc' },
      skip: INVOICES / 2,
      select: { id: true, createdAt: true, dueOn: true, totalAmount: true },
    });
    const { sort } = filters;
    const value = sort === 'due' ? row.dueOn : sort === 'amount' ? row.totalAmount : row.createdAt;
    const deep = middle(value ?? row.createdAt, row.id);
    expect(await wholeTableReads(() => invoiceListPage(ctx, filters, deep))).toEqual([]);
  });

  it('the invoices of one client, and the counts above the list', async () => {
    const filters = readInvoiceFilters({ client }, 'GBP');
    expect(await wholeTableReads(() => invoiceListPage(ctx, filters))).toEqual([]);
    expect(await wholeTableReads(() => invoiceViewCounts(ctx))).toEqual([]);
  });

  it.each<Record<string, string>>([
    {},
    { sort: 'newest' },
    { sort: 'mostOpen' },
    { view: 'owing' },
    { view: 'overdue' },
    { view: 'credit' },
    { view: 'archived' },
    { q: 'harbour' },
    { city: 'Bristol' },
  ])('the clients with %o, first page and deep', async (params) => {
    const filters = readClientFilters(params);
    const overdue = whereOverdue(ctx);
    expect(await wholeTableReads(() => clientListPage(ctx, filters, overdue))).toEqual([]);
    const row = await ctx.db.party.findFirstOrThrow({
      orderBy: { sortName: 'asc' },
      skip: CLIENTS / 2,
      select: { id: true, sortName: true, createdAt: true },
    });
    const byPlace = { name: row.sortName, newest: row.createdAt, mostOpen: 50_000n };
    const deep = middle(byPlace[filters.sort], row.id);
    expect(await wholeTableReads(() => clientListPage(ctx, filters, overdue, deep))).toEqual([]);
  });

  it('one client’s page, and the counts above the list of clients', async () => {
    const work = async () => {
      await clientRecord(ctx, client);
      await tabCounts(ctx, client);
      await notesOf(ctx, client);
    };
    expect(await wholeTableReads(work)).toEqual([]);
    expect(await wholeTableReads(() => clientViewCounts(ctx, whereOverdue(ctx)))).toEqual([]);
  });

  it.each<Record<string, string>>([
    {},
    { sort: 'oldest' },
    { sort: 'recorded' },
    { method: 'CHEQUE' },
    { from: '2026-01-01', to: '2026-01-31' },
  ])('the payments with %o, first page and deep', async (params) => {
    const filters = readPaymentFilters(params);
    expect(await wholeTableReads(() => paymentListPage(ctx, filters))).toEqual([]);
    const row = await ctx.db.payment.findFirstOrThrow({
      orderBy: { receivedOn: 'desc' },
      skip: INVOICES / 2,
      select: { id: true, receivedOn: true, createdAt: true },
    });
    const deep = middle(filters.sort === 'recorded' ? row.createdAt : row.receivedOn, row.id);
    expect(await wholeTableReads(() => paymentListPage(ctx, filters, deep))).toEqual([]);
  });

  it('the payments of one client, and what that client owes', async () => {
    expect(await wholeTableReads(() => paymentsOf(ctx, client))).toEqual([]);
    expect(await wholeTableReads(() => openInvoicesOf(ctx, client))).toEqual([]);
  });

  it.each(MESSAGE_FILTERS)('the mail that is %s, first page and deep', async (filter) => {
    expect(await wholeTableReads(() => listMessages(ctx, { filter }))).toEqual([]);
    const row = await ctx.db.message.findFirstOrThrow({
      orderBy: { createdAt: 'desc' },
      skip: INVOICES / 10,
      select: { id: true, createdAt: true },
    });
    const cursor = middle(row.createdAt, row.id);
    expect(await wholeTableReads(() => listMessages(ctx, { filter, cursor }))).toEqual([]);
  });

  it('the mail to one client', async () => {
    expect(await wholeTableReads(() => messagesOf(ctx, client))).toEqual([]);
  });

  it('the address printed on a PDF', async () => {
    const { id } = await ctx.db.document.findFirstOrThrow({ where: { issuedAt: { not: null } } });
    expect(await findIssuer(id)).not.toBeNull();
    expect(await wholeTableReads(() => findIssuer(id))).toEqual([]);
    expect(await greedy(() => findIssuer(id), 20)).toEqual([]);
  });
});

describe('With many invoices no question touches more than a small part of the database:', () => {
  const invoices = (params: SearchParams = {}) => readInvoiceFilters(params, 'GBP');

  it('the first page of a list and the counts above it', async () => {
    expect(await greedy(() => invoiceListPage(ctx, invoices()))).toEqual([]);
    expect(await greedy(() => invoiceViewCounts(ctx))).toEqual([]);
    expect(await greedy(() => paymentListPage(ctx, readPaymentFilters({})))).toEqual([]);
    expect(await greedy(() => listMessages(ctx, { filter: 'all' }))).toEqual([]);
    const overdue = whereOverdue(ctx);
    const clients = () => clientListPage(ctx, readClientFilters({}), overdue);
    expect(await greedy(clients)).toEqual([]);
    const { rows } = await clients();
    const shown = rows.map((row) => row.id);
    expect(await greedy(() => overdueOf(ctx, shown))).toEqual([]);
    expect(await greedy(() => clientViewCounts(ctx, overdue))).toEqual([]);
  });

  it.each<SearchParams>([
    {},
    { view: 'awaiting' },
    { view: 'overdue' },
    { view: 'drafts' },
    { state: 'paid' },
  ])('the sums below the invoices with %o', async (params) => {
    expect(await greedy(() => invoiceSums(ctx, invoices(params)))).toEqual([]);
  });

  it('the sums of everything, of which the drafts come from the index alone', async () => {
    expect(await greedy(() => invoiceSums(ctx, invoices()), 150)).toEqual([]);
  });

  it('the invoices by due date, deep among those with one and deep among those without', async () => {
    await ctx.db.document.updateMany({ where: { issuedAt: null }, data: { dueOn: null } });
    const filters = invoices({ sort: 'due' });
    for (const dueOn of [{ not: null }, null]) {
      const row = await ctx.db.document.findFirstOrThrow({
        where: { kind: 'INVOICE', dueOn },
        orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
        skip: 200,
        select: { id: true, dueOn: true },
      });
      const value = row.dueOn?.toISOString() ?? null;
      for (const towards of ['older', 'newer'] as const) {
        const cursor = writeCursor({ towards, value, id: row.id });
        const work = () => invoiceListPage(ctx, filters, cursor);
        expect((await work()).rows).toHaveLength(50);
        const rows = (await greedy(work, 200)).filter((found) => !found.includes('COUNT(*)'));
        expect(rows).toEqual([]);
      }
    }
  });

  it('an invoice in the portal, however much was mailed to others', async () => {
    const { id } = await ctx.db.document.findFirstOrThrow({
      where: { partyId: client, issuedAt: { not: null } },
      select: { id: true },
    });
    const reader = await portalClient(ctx, client);
    expect(await greedy(() => readInvoice(reader, id), 50)).toEqual([]);
  });

  it('the balance of the client with most invoices, summed whenever one is issued or paid', async () => {
    const work = () => ctx.transact((tx) => refreshPartyBalance(tx, ctx, client, 'GBP'));
    expect(await greedy(work, 50)).toEqual([]);
  });

  it('the sums below the payments', async () => {
    expect(await greedy(() => paymentSums(ctx, readPaymentFilters({})))).toEqual([]);
  });

  it('the home page', async () => {
    const work = async () => {
      await homeFigures(ctx);
      await attention(ctx);
      await dueNext(ctx);
      await timeline(ctx, { filter: 'deeds', size: 20 });
    };
    expect(await greedy(work)).toEqual([]);
    expect(await wholeTableReads(work)).toEqual([]);
  });

  it('the history of an invoice', async () => {
    const { documentId } = await ctx.db.allocation.findFirstOrThrow({
      where: { payment: { partyId: client } },
      select: { documentId: true },
    });
    const work = () => timeline(ctx, { documentId });
    expect(await greedy(work)).toEqual([]);
    expect(await wholeTableReads(work)).toEqual([]);
  });

  it('the page of the client with most invoices', async () => {
    const work = async () => {
      await clientRecord(ctx, client);
      await tabCounts(ctx, client);
      await clientStanding(ctx, client);
      await timeline(ctx, { partyId: client });
    };
    expect(await greedy(work)).toEqual([]);
  });

  it.each(['kestrel', 'k', '2026', 'zanzibar'])('the search for “%s”', async (text) => {
    const work = () => findRecords(ctx, text);
    expect(await greedy(work)).toEqual([]);
    expect(await wholeTableReads(work)).toEqual([]);
  });
});
