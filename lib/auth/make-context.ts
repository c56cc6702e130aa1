import type { Business, Locale, Party, Role, Theme } from '@/lib/db/generated/client';
import { scopedDb } from '@/lib/db/scoped';
import { transact } from '@/lib/db/transact';
import { formatter } from '@/lib/i18n/format';
import { translator } from '@/lib/i18n/translate';
import { roleMay } from '@/lib/permissions/permissions';
import { todayIn } from '@/lib/time/calendar-date';
import { type Clock, systemClock } from '@/lib/time/clock';
import type { Actor, PortalContext, StaffContext, SystemContext } from './context';

function base(business: Business, actor: Actor, locale: Locale, clock: Clock) {
  return {
    business,
    db: scopedDb(business.id),
    actor,
    locale,
    t: translator(locale),
    f: formatter({ locale, timeZone: business.timeZone, country: business.country, now: clock }),
    now: clock,
    today: () => todayIn(business.timeZone, clock()),
    key: (id: string) => ({ businessId_id: { businessId: business.id, id } }),
    transact: <R>(work: Parameters<typeof transact<R>>[1]) => transact<R>(business.id, work),
  };
}

/** For the staff guard, the sign-up deed, the seed and tests: everything has been checked by the caller. */
export function makeStaffContext(
  input: {
    business: Business;
    user: { id: string; name: string; email: string; locale: Locale; theme: Theme };
    role: Role;
    sessionId: string;
  },
  clock: Clock = systemClock,
): StaffContext {
  const { business, user, role, sessionId } = input;
  return {
    kind: 'staff',
    ...base(business, { kind: 'user', id: user.id, name: user.name }, user.locale, clock),
    user,
    role,
    sessionId,
    may: (permission) => roleMay(role, permission),
  };
}

/** For the portal guard and tests. `locale` is the client's choice in this browser, else the party's own language. */
export function makePortalContext(
  input: {
    business: Business;
    party: Party;
    contactId: string | null;
    contactName: string | null;
    sessionId: string;
    locale: Locale | null;
  },
  clock: Clock = systemClock,
): PortalContext {
  const { business, party, contactId, contactName, sessionId } = input;
  const actor: Actor = {
    kind: 'client',
    id: contactId ?? party.id,
    name: contactName ?? party.displayName,
  };
  return {
    kind: 'portal',
    ...base(business, actor, input.locale ?? party.locale, clock),
    party,
    contactId,
    sessionId,
  };
}

/** For jobs, the seed and tests: acts as the product itself, speaking the business's language unless told otherwise. */
export function makeSystemContext(
  business: Business,
  options: { locale?: Locale; clock?: Clock } = {},
): SystemContext {
  return {
    kind: 'system',
    ...base(
      business,
      { kind: 'system', id: null, name: 'Portico' },
      options.locale ?? business.locale,
      options.clock ?? systemClock,
    ),
  };
}
