import type { PartyKind } from '@/lib/db/generated/enums';
import { isCurrency } from '@/lib/money/currencies';
import { isCountry } from '@/lib/places/countries';

export const CLIENT_VIEWS = ['all', 'owing', 'overdue', 'credit', 'archived'] as const;
export type ClientView = (typeof CLIENT_VIEWS)[number];

export const CLIENT_SORTS = ['name', 'newest', 'mostOpen'] as const;
export type ClientSort = (typeof CLIENT_SORTS)[number];

/** The figures that are added up over the ticked clients. */
export const CLIENT_SUMS = ['invoiced', 'paid', 'open'] as const;

/** What the list of clients is narrowed to. */
export type ClientFilters = {
  view: ClientView;
  q: string;
  kind: PartyKind | null;
  country: string | null;
  city: string;
  currency: string | null;
  sort: ClientSort;
};

type SearchParams = Record<string, string | string[] | undefined>;

/** The filters in the address of the list; nonsense is read as no filter. */
export function readClientFilters(params: SearchParams): ClientFilters {
  const text = (name: string) => [params[name]].flat()[0]?.trim().slice(0, 200) ?? '';
  const oneOf = <V extends string>(values: readonly V[], name: string, fallback: V): V =>
    values.find((value) => value === text(name)) ?? fallback;
  const kind = text('kind');
  const country = text('country').toUpperCase();
  const currency = text('currency').toUpperCase();
  return {
    view: oneOf(CLIENT_VIEWS, 'view', 'all'),
    q: text('q'),
    kind: kind === 'company' ? 'ORGANISATION' : kind === 'person' ? 'PERSON' : null,
    country: isCountry(country) ? country : null,
    city: text('city'),
    currency: isCurrency(currency) ? currency : null,
    sort: oneOf(CLIENT_SORTS, 'sort', 'name'),
  };
}

/** Whether anything but the view and the order narrows the list. */
export function isNarrowed({ q, kind, country, city, currency }: ClientFilters): boolean {
  return Boolean(q || kind || country || city || currency);
}
