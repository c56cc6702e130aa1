import { roleMay } from '@/lib/permissions/permissions';
import type { ActionRow } from './action-table';
import type { Caller } from './caller';
import { type Cast, randomIds } from './cast';
import { type Ids, KINDS, type Kind } from './ids';
import type { Place, RouteRow } from './route-table';

/** Where nobody is. */
export const NOWHERE = 'no-such-business';

/** Somebody who asks for what is not theirs, and what they ask for instead of it, to compare. */
export type Meeting = {
  caller: Caller;
  ids: Ids;
  none: Ids;
  slug: string;
  noSlug: string;
  /** The one kind of foreign id among ids of the caller's own. */
  foreign?: Kind;
  /** How an action turns them away, where the door itself does so whatever they send. */
  turnedAway?: 'missing' | 'signedOut';
};

/** Who asks for what, and for what instead of it: the real ids at their own business, and ids of nothing. */
export function meetings(
  { victim, neighbour, elsewhere, stranger, colleagues, nobody }: Cast,
  { door, may }: Pick<RouteRow | ActionRow, 'door' | 'may'>,
): Meeting[] {
  const none = randomIds();
  const at = (caller: Caller, slug: string, noSlug: string): Meeting => ({
    caller,
    ids: victim.ids,
    none,
    slug,
    noSlug,
  });
  const away = (turnedAway: Meeting['turnedAway'], ...many: Meeting[]): Meeting[] =>
    many.map((each) => ({ ...each, turnedAway }));
  const mayNot = colleagues.filter(({ role }) => !may || !roleMay(role, may));
  switch (door) {
    case 'staff':
      return [
        ...away(
          'signedOut',
          at(nobody, victim.slug, victim.slug),
          at(victim.client, victim.slug, victim.slug),
        ),
        ...away(
          'missing',
          at(stranger, victim.slug, NOWHERE),
          at(stranger, victim.slug, victim.slug),
          ...mayNot.map(({ caller }) => at(caller, victim.slug, NOWHERE)),
          ...mayNot.map(({ caller }) => at(caller, victim.slug, victim.slug)),
        ),
        at(stranger, elsewhere.slug, elsewhere.slug),
        ...KINDS.map((foreign) => ({
          caller: stranger,
          slug: elsewhere.slug,
          noSlug: elsewhere.slug,
          ids: { ...elsewhere.ids, [foreign]: victim.ids[foreign] },
          none: { ...elsewhere.ids, [foreign]: none[foreign] },
          foreign,
        })),
      ];
    case 'portal':
      return [
        ...away(
          'signedOut',
          at(nobody, victim.slug, victim.slug),
          at(stranger, victim.slug, victim.slug),
          at(elsewhere.client, victim.slug, victim.slug),
        ),
        at(neighbour.client, victim.slug, victim.slug),
        at(elsewhere.client, elsewhere.slug, elsewhere.slug),
      ];
    case 'account':
      return [...away('signedOut', at(nobody, '', '')), at(stranger, '', '')];
    case 'public':
      return [at(nobody, victim.slug, victim.slug)];
  }
}

/**
 * Whether a request is worth sending: at the caller's own business it must name a record of the victim's, and where
 * others of the caller's own stand beside it, one of those too.
 */
export function isForeign(cast: Cast, { foreign, slug }: Meeting, request: unknown): boolean {
  const { victim, elsewhere } = cast;
  if (slug !== elsewhere.slug) return true;
  const names = (ids: Ids) => KINDS.some((kind) => JSON.stringify(request).includes(ids[kind]));
  return names(victim.ids) && (foreign === undefined || names(elsewhere.ids));
}

/** The places of a route with these ids: one without any where it names no record. */
export function placesOf(row: RouteRow, ids: Ids): Place[] {
  return row.places?.(ids) ?? [{}];
}

/** A route's address at a business. */
export function addressOf(route: string, slug: string, { params, query }: Place): string {
  const path = route
    .replace('[business]', slug)
    .replace(/\[(?:\.\.\.)?([^\]]+)\]/g, (_, name: string) => params?.[name] ?? 'nothing');
  return query ? `${path}?${new URLSearchParams(query)}` : path;
}
