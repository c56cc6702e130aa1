import { INVOICE_STATES, type InvoiceState } from '@/lib/documents/status';
import { isId } from '@/lib/forms/is-id';
import { isCurrency } from '@/lib/money/currencies';
import { parseAmount, toDecimalText } from '@/lib/money/money';
import { type CalendarDate, parseCalendarDate } from '@/lib/time/calendar-date';

export const INVOICE_VIEWS = ['all', 'awaiting', 'overdue', 'drafts', 'undrawn'] as const;
export type InvoiceView = (typeof INVOICE_VIEWS)[number];

export const INVOICE_SORTS = ['newest', 'oldest', 'due', 'amount'] as const;
export type InvoiceSort = (typeof INVOICE_SORTS)[number];

/** What the list of invoices is narrowed to. Amounts in minor units of `currency`, which is never null beside one. */
export type InvoiceFilters = {
  view: InvoiceView;
  q: string;
  states: InvoiceState[];
  clientId: string | null;
  issuedFrom: CalendarDate | null;
  issuedTo: CalendarDate | null;
  dueFrom: CalendarDate | null;
  dueTo: CalendarDate | null;
  currency: string | null;
  least: bigint | null;
  most: bigint | null;
  sort: InvoiceSort;
};

export type SearchParams = Record<string, string | string[] | undefined>;

/**
 * The filters in the address of the list. Nonsense is read as no filter. Amounts are typed text in the chosen currency,
 * else in the business's own: £500 and ¥500 cannot stand under one bound.
 */
export function readInvoiceFilters(params: SearchParams, ownCurrency: string): InvoiceFilters {
  const text = (name: string) => [params[name]].flat()[0]?.trim() ?? '';
  const date = (name: string) => parseCalendarDate(text(name));
  const oneOf = <V extends string>(values: readonly V[], name: string, fallback: V): V =>
    values.find((value) => value === text(name)) ?? fallback;
  const wanted = [params.state].flat().flatMap((value) => value?.split(',') ?? []);
  const typed = text('currency').toUpperCase();
  const chosen = isCurrency(typed) ? typed : null;
  const amount = (name: string) => {
    const parsed = parseAmount(text(name), chosen ?? ownCurrency);
    return parsed.ok ? parsed.minor : null;
  };
  const least = amount('min');
  const most = amount('max');
  const client = text('client').toLowerCase();
  return {
    view: oneOf(INVOICE_VIEWS, 'view', 'all'),
    q: text('q').slice(0, 200),
    states: INVOICE_STATES.filter((state) => wanted.includes(state)),
    clientId: isId(client) ? client : null,
    issuedFrom: date('issuedFrom'),
    issuedTo: date('issuedTo'),
    dueFrom: date('dueFrom'),
    dueTo: date('dueTo'),
    currency: chosen ?? (least !== null || most !== null ? ownCurrency : null),
    least,
    most,
    sort: oneOf(INVOICE_SORTS, 'sort', 'newest'),
  };
}

/** Whether anything but the view and the order narrows the list. */
export function isFiltered(filters: InvoiceFilters): boolean {
  const { q, states, clientId, issuedFrom, issuedTo, dueFrom, dueTo, currency } = filters;
  return Boolean(
    q || states.length || clientId || issuedFrom || issuedTo || dueFrom || dueTo || currency,
  );
}

/** The filters as the address of the list says them; what is at its default is left out. */
export function writeInvoiceFilters(filters: InvoiceFilters): Record<string, string> {
  const amount = (minor: bigint | null) =>
    minor === null || filters.currency === null ? null : toDecimalText(minor, filters.currency);
  const said: Record<string, string | null> = {
    view: filters.view === 'all' ? null : filters.view,
    q: filters.q,
    state: filters.states.join(','),
    client: filters.clientId,
    issuedFrom: filters.issuedFrom,
    issuedTo: filters.issuedTo,
    dueFrom: filters.dueFrom,
    dueTo: filters.dueTo,
    currency: filters.currency,
    min: amount(filters.least),
    max: amount(filters.most),
    sort: filters.sort === 'newest' ? null : filters.sort,
  };
  return Object.fromEntries(
    Object.entries(said).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
