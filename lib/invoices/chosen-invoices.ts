import type { StaffContext } from '@/lib/auth/context';
import { MOST_IN_ZIP } from '@/lib/documents/zip';
import { sum } from '@/lib/money/money';
import type { InvoiceFilters } from './list-filters';
import { invoiceListPage } from './queries';

/** As many as "tick all" takes: what one ZIP holds. */
export const MOST_CHOSEN = MOST_IN_ZIP;

/**
 * Every invoice that passes the filters, at most 2,000 in the order of the list, with what of them is open in each
 * currency (minor units): "tick all" beyond one page.
 */
export async function chosenInvoices(
  ctx: Pick<StaffContext, 'db' | 'today'>,
  filters: InvoiceFilters,
): Promise<{ ids: string[]; open: { currency: string; amount: bigint }[] }> {
  const { rows } = await invoiceListPage(ctx, filters, undefined, MOST_CHOSEN);
  const currencies = [...new Set(rows.map(({ currency }) => currency))].toSorted();
  return {
    ids: rows.map(({ id }) => id),
    open: currencies.map((currency) => ({
      currency,
      amount: sum(rows.filter((row) => row.currency === currency).map(({ open }) => open)),
    })),
  };
}
