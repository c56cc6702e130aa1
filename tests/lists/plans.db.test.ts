import pg from 'pg';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type SeededBusiness, seedBusiness } from '@/lib/cli/bench/seed-business';
import { whereOverdue } from '@/lib/documents/client-standing';
import { readInvoiceFilters, type SearchParams } from '@/lib/invoices/list-filters';
import { invoiceListPage, invoiceViewCounts } from '@/lib/invoices/queries';
import { writeCursor } from '@/lib/lists/keyset';
import { listMessages, MESSAGE_FILTERS, messagesOf } from '@/lib/messages/queries';
import { clientListPage, clientViewCounts } from '@/lib/parties/client-list';
import { readClientFilters } from '@/lib/parties/list-filters';
import { clientRecord, notesOf, tabCounts } from '@/lib/parties/queries';
import { readPaymentFilters } from '@/lib/payments/list-filters';
import { openInvoicesOf, paymentListPage, paymentsOf } from '@/lib/payments/queries';
import { testDatabase } from '../support/database';

const INVOICES = 30_000;
const CLIENTS = 10_000;
const GROWING = new Set(['Document', 'Party', 'Payment', 'Message']);

type Statement = { text: string; values: unknown[] };
type Plan = { 'Node Type': string; 'Relation Name'?: string; Plans?: Plan[] };

let seeded: SeededBusiness;
let ctx: SeededBusiness['ctx'];
/** The client with most invoices. */
let client: string;

beforeAll(async () => {
  seeded = await seedBusiness(testDatabase(), INVOICES, CLIENTS);
  ctx = seeded.ctx;
  client = seeded.clients[0] ?? '';
}, 120_000);

/** Every statement that the work sends to PostgreSQL, as it is sent. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    for (const [given, values] of query.mock.calls as unknown as [Statement, unknown[]?][]) {
      const { text } = given;
      if (/^SELECT/i.test(text)) sent.push({ text, values: values ?? given.values ?? [] });
    }
  } finally {
    query.mockRestore();
  }
  expect(sent).not.toEqual([]);
  return sent;
}

/** The statements among them that read a growing table from end to end. */
async function wholeTableReads(work: () => Promise<unknown>): Promise<string[]> {
  const statements = await statementsOf(work);
  const connection = new pg.Client({ connectionString: testDatabase() });
  await connection.connect();
  try {
    const found: string[] = [];
    for (const { text, values } of statements) {
      const { rows } = await connection.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        `EXPLAIN (FORMAT JSON) ${text}`,
        values,
      );
      const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
      for (const table of plan ? tablesReadWhole(plan) : []) found.push(`${table}: ${text}`);
    }
    return found;
  } finally {
    await connection.end();
  }
}

function tablesReadWhole(plan: Plan): string[] {
  const table = plan['Relation Name'] ?? '';
  const own = plan['Node Type'] === 'Seq Scan' && GROWING.has(table) ? [table] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(tablesReadWhole)];
}

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
});
