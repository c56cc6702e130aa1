import type { StaffContext } from '@/lib/auth/context';
import { INVOICE_FACTS, type InvoiceState, invoiceState } from '@/lib/documents/status';
import { firstParties, newestDocuments } from '@/lib/search/bounded-matches';
import { queryGrams } from '@/lib/search/grams';

const MOST = 7;

export type FoundClient = { id: string; name: string; detail: string };
export type FoundInvoice = {
  id: string;
  number: string | null;
  client: string;
  state: InvoiceState;
  amount: string;
};

/** What the search from any screen finds: clients and invoices this person may read, a handful of each. */
export async function findRecords(
  ctx: StaffContext,
  text: string,
): Promise<{ clients: FoundClient[]; invoices: FoundInvoice[] }> {
  const wanted = queryGrams(text);
  if (wanted.length === 0) return { clients: [], invoices: [] };
  const [clients, invoices] = await Promise.all([
    ctx.may('clients.read') ? findClients(ctx, wanted) : [],
    ctx.may('invoices.read') ? findInvoices(ctx, wanted) : [],
  ]);
  return { clients, invoices };
}

async function findClients(ctx: StaffContext, wanted: string[]): Promise<FoundClient[]> {
  const ids = await firstParties(ctx.business.id, wanted, MOST);
  const clients = await ctx.db.party.findMany({
    where: { id: { in: ids } },
    orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
    select: { id: true, displayName: true, email: true, city: true },
  });
  return clients.map(({ id, displayName, email, city }) => ({
    id,
    name: displayName,
    detail: city || email,
  }));
}

async function findInvoices(ctx: StaffContext, wanted: string[]): Promise<FoundInvoice[]> {
  const ids = await newestDocuments(ctx.business.id, 'INVOICE', wanted, MOST);
  const invoices = await ctx.db.document.findMany({
    where: { id: { in: ids } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      ...INVOICE_FACTS,
      id: true,
      number: true,
      currency: true,
      party: { select: { displayName: true } },
    },
  });
  return invoices.map((row) => ({
    id: row.id,
    number: row.number,
    client: row.party.displayName,
    state: invoiceState(row, ctx.today()),
    amount: ctx.f.money(row.totalAmount, row.currency),
  }));
}
