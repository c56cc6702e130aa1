import type { StaffContext } from '@/lib/auth/context';
import { readInvoiceFilters } from '@/lib/invoices/list-filters';
import { invoiceListPage } from '@/lib/invoices/queries';
import { writeCursor } from '@/lib/lists/keyset';
import { type Question, readAlone, readTogether, timingOf } from './reader';
import { atLeast, atMost, type Measured } from './report';
import { portalVisitor, staffVisitor } from './visitors';

const TIMES = 40;

/** Pages to read: by what they are called in the report. */
export type Addresses = { staff: Record<string, Question>; portal: Record<string, Question> };

/** The addresses that are measured, of a client and an invoice of the middling sort. */
export async function addressesOf(ctx: StaffContext, baseUrl: string): Promise<Addresses> {
  const slug = ctx.business.slug;
  const cookie = await staffVisitor(ctx);
  const invoice = await middlingInvoice(ctx);
  const draft = await ctx.db.document.findFirstOrThrow({ where: { issuedAt: null } });
  const clientCookie = await portalVisitor(ctx, invoice.partyId, invoice.id);
  const staff = (path: string): Question => ({ url: `${baseUrl}/b/${slug}${path}`, cookie });
  return {
    staff: {
      home: staff('/home'),
      'client list': staff('/clients'),
      'client page': staff(`/clients/${invoice.partyId}`),
      'client page, the largest': staff(`/clients/${await largestClient(ctx)}`),
      'invoice list': staff('/invoices'),
      'invoice list, deep page': staff(`/invoices?cursor=${await deepCursor(ctx)}`),
      'invoice page': staff(`/invoices/${invoice.id}`),
      'invoice editor': staff(`/invoices/${draft.id}`),
      'search, many hits': staff('/search?q=kestrel'),
      'search, one number': staff(`/search?q=${encodeURIComponent(invoice.number)}`),
      'search, no hit': staff('/search?q=zanzibar'),
    },
    portal: {
      'portal home': { url: `${baseUrl}/portal/${slug}`, cookie: clientCookie },
      'portal invoice': {
        url: `${baseUrl}/portal/${slug}/invoices/${invoice.id}`,
        cookie: clientCookie,
      },
    },
  };
}

/** Each page read by one, then by eight. */
export async function measurePages({ staff, portal }: Addresses): Promise<Measured[]> {
  const rows: Measured[] = [];
  for (const [what, question] of Object.entries({ ...staff, ...portal })) {
    const answers = await readAlone(question, TIMES);
    const wrong = answers.find(({ status }) => status !== 200);
    if (wrong) {
      const budgets = [{ says: 'status 200', kept: false }];
      rows.push({ what, note: `answered ${wrong.status}`, budgets });
      continue;
    }
    const { median, p95 } = timingOf(answers.map(({ total }) => total));
    const firstByte = timingOf(answers.map((answer) => answer.firstByte)).median;
    const perSecond = await readTogether(question);
    const limit = what.startsWith('search') ? 60 : 40;
    rows.push({
      ...{ what, median, p95, firstByte, perSecond, bytes: answers[0]?.bytes },
      budgets: [
        atMost('median', limit, 'ms', median),
        ...(what.startsWith('search') ? [] : [atLeast('8 readers', 120, '/s', perSecond)]),
      ],
    });
  }
  return rows;
}

async function middlingInvoice(ctx: StaffContext) {
  const open = await ctx.db.document.findMany({
    where: { openAmount: { gt: 0n }, party: { archivedAt: null } },
    orderBy: { createdAt: 'desc' },
    take: 200,
    select: { id: true, partyId: true, number: true },
  });
  const counts = await ctx.db.document.groupBy({
    by: ['partyId'],
    where: { partyId: { in: open.map(({ partyId }) => partyId) } },
    _count: { id: true },
    orderBy: { _count: { id: 'asc' } },
  });
  const partyId = counts[Math.floor(counts.length / 2)]?.partyId;
  const found = open.find((row) => row.partyId === partyId);
  if (!found?.number) throw new Error('the sample business has no open invoice');
  return { ...found, number: found.number };
}

async function largestClient(ctx: StaffContext): Promise<string> {
  const [largest] = await ctx.db.document.groupBy({
    by: ['partyId'],
    _count: { id: true },
    orderBy: { _count: { id: 'desc' } },
    take: 1,
  });
  if (!largest) throw new Error('the sample business has no clients');
  return largest.partyId;
}

/** The cursor of a page in the middle of the list. */
async function deepCursor(ctx: StaffContext): Promise<string> {
  const rows = await ctx.db.document.count();
  const at = await ctx.db.document.findFirstOrThrow({
    where: { kind: 'INVOICE' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    skip: Math.floor(rows / 2),
    select: { id: true, createdAt: true },
  });
  const cursor = writeCursor({ towards: 'older', value: at.createdAt.toISOString(), id: at.id });
  const filters = readInvoiceFilters({}, ctx.business.currency);
  const page = await invoiceListPage(ctx, filters, cursor);
  if (page.rows.length === 0) throw new Error('the middle of the list is empty');
  return cursor;
}
