import { PaymentMethod } from '@/lib/db/generated/enums';
import { isId } from '@/lib/forms/is-id';
import { isCurrency } from '@/lib/money/currencies';
import { type CalendarDate, parseCalendarDate } from '@/lib/time/calendar-date';

export const PAYMENT_METHODS = Object.values(PaymentMethod);

/** The ways of paying that a person may record by hand; the others are Stripe's to report. */
export const MANUAL_METHODS = ['BANK_TRANSFER', 'CASH', 'CHEQUE', 'OTHER'] as const;

export const PAYMENT_SORTS = ['newest', 'oldest', 'recorded'] as const;
export type PaymentSort = (typeof PAYMENT_SORTS)[number];

/** What happened to a payment afterwards. */
export const PAYMENT_FATES = ['underDispute', 'refunded', 'undone'] as const;
export type PaymentFate = (typeof PAYMENT_FATES)[number];

/** What the list of payments is narrowed to. */
export type PaymentFilters = {
  methods: PaymentMethod[];
  fate: PaymentFate | null;
  clientId: string | null;
  currency: string | null;
  from: CalendarDate | null;
  to: CalendarDate | null;
  sort: PaymentSort;
};

export type SearchParams = Record<string, string | string[] | undefined>;

/** The filters in the address of the list. Nonsense is read as no filter. */
export function readPaymentFilters(params: SearchParams): PaymentFilters {
  const text = (name: string) => [params[name]].flat()[0]?.trim() ?? '';
  const wanted = [params.method].flat().flatMap((value) => value?.split(',') ?? []);
  const client = text('client').toLowerCase();
  const currency = text('currency').toUpperCase();
  return {
    methods: PAYMENT_METHODS.filter((method) => wanted.includes(method)),
    fate: PAYMENT_FATES.find((fate) => fate === text('fate')) ?? null,
    clientId: isId(client) ? client : null,
    currency: isCurrency(currency) ? currency : null,
    from: parseCalendarDate(text('from')),
    to: parseCalendarDate(text('to')),
    sort: PAYMENT_SORTS.find((sort) => sort === text('sort')) ?? 'newest',
  };
}

/** The address parameters of filters, without what is the default; `readPaymentFilters` reads them back. */
export function paymentFilterParams(filters: PaymentFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.methods.length > 0) params.set('method', filters.methods.join(','));
  if (filters.fate) params.set('fate', filters.fate);
  if (filters.clientId) params.set('client', filters.clientId);
  if (filters.currency) params.set('currency', filters.currency);
  if (filters.from) params.set('from', filters.from);
  if (filters.to) params.set('to', filters.to);
  if (filters.sort !== 'newest') params.set('sort', filters.sort);
  return params;
}

/** Whether anything narrows the list. */
export function isNarrowed(filters: PaymentFilters): boolean {
  const { methods, fate, clientId, currency, from, to } = filters;
  return Boolean(methods.length || fate || clientId || currency || from || to);
}
