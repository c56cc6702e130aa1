import type { ClientFilters } from '@/lib/parties/list-filters';

/** Names and values of an address; what is empty or missing is left out. */
export type ListAddress = Record<string, string | undefined>;

/** The filters as they stand in the address of the list; what is the usual is left out. */
export function addressOf(filters: ClientFilters): ListAddress {
  return {
    ...(filters.view === 'all' ? {} : { view: filters.view }),
    ...(filters.q ? { q: filters.q } : {}),
    ...(filters.kind ? { kind: filters.kind === 'PERSON' ? 'person' : 'company' } : {}),
    ...(filters.country ? { country: filters.country } : {}),
    ...(filters.city ? { city: filters.city } : {}),
    ...(filters.currency ? { currency: filters.currency } : {}),
    ...(filters.sort === 'name' ? {} : { sort: filters.sort }),
  };
}

/** The list with `change` on top of what is chosen now; an empty text drops a filter. A change always begins at the first page. */
export function listHref(list: string, now: ListAddress, change: ListAddress = {}): string {
  const query = new URLSearchParams(
    Object.entries({ ...now, ...change }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  ).toString();
  return query ? `${list}?${query}` : list;
}
