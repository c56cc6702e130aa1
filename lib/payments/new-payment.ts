import type { StaffContext } from '@/lib/auth/context';
import { isId } from '@/lib/forms/is-id';
import { isCurrency } from '@/lib/money/currencies';
import { type OpenInvoice, openInvoicesOf } from './queries';

/** What the form of a new payment begins with. Amounts in minor units. */
export type NewPaymentStart = {
  client: { id: string; name: string; email: string };
  currency: string;
  /** Everything this client owes something in, and their own currency. */
  currencies: string[];
  /** Open invoices in the currency, the one asked for first, then the oldest due. */
  invoices: OpenInvoice[];
  /** What is open on the invoice asked for; null without one. */
  amount: bigint | null;
};

/** Reads the address of the form: for an invoice, for a client, or null when neither is there (yet). */
export async function newPaymentStart(
  ctx: StaffContext,
  asked: { client?: string; invoice?: string; currency?: string },
): Promise<NewPaymentStart | null> {
  const invoice = isId(asked.invoice)
    ? await ctx.db.document.findFirst({
        where: { id: asked.invoice, kind: 'INVOICE', issuedAt: { not: null } },
        select: { id: true, partyId: true, currency: true },
      })
    : null;
  const partyId = invoice?.partyId ?? asked.client ?? '';
  if (!isId(partyId)) return null;
  const party = await ctx.db.party.findUnique({
    where: ctx.key(partyId),
    select: { id: true, displayName: true, email: true, currency: true },
  });
  if (!party) return null;
  const open = await openInvoicesOf(ctx, partyId);
  const owed = new Set(open.map((row) => row.currency));
  const typed = (asked.currency ?? '').toUpperCase();
  const usual = owed.size === 0 || owed.has(party.currency) ? party.currency : open[0]?.currency;
  const currency = isCurrency(typed) ? typed : (invoice?.currency ?? usual ?? party.currency);
  const invoices = open.filter((row) => row.currency === currency);
  const first = invoices.filter((row) => row.id === invoice?.id);
  return {
    client: { id: party.id, name: party.displayName, email: party.email },
    currency,
    currencies: [...new Set([...owed, party.currency, currency])].sort(),
    invoices: [...first, ...invoices.filter((row) => row.id !== invoice?.id)],
    amount: first[0]?.open ?? null,
  };
}
