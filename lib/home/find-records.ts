import type { StaffContext } from '@/lib/auth/context';
import { type InvoiceState, invoiceState } from '@/lib/documents/status';
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
    ctx.may('clients.read')
      ? ctx.db.party.findMany({
          where: { archivedAt: null, grams: { hasEvery: wanted } },
          orderBy: [{ sortName: 'asc' }, { id: 'asc' }],
          take: MOST,
          select: { id: true, displayName: true, email: true, city: true },
        })
      : [],
    ctx.may('invoices.read')
      ? ctx.db.document.findMany({
          where: { kind: 'INVOICE', grams: { hasEvery: wanted } },
          orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
          take: MOST,
          select: {
            id: true,
            number: true,
            currency: true,
            issuedAt: true,
            sentAt: true,
            voidedAt: true,
            dueOn: true,
            totalAmount: true,
            openAmount: true,
            processingAmount: true,
            party: { select: { displayName: true } },
          },
        })
      : [],
  ]);
  return {
    clients: clients.map(({ id, displayName, email, city }) => ({
      id,
      name: displayName,
      detail: city || email,
    })),
    invoices: invoices.map((row) => ({
      id: row.id,
      number: row.number,
      client: row.party.displayName,
      state: invoiceState(row, ctx.today()),
      amount: ctx.f.money(row.totalAmount, row.currency),
    })),
  };
}
