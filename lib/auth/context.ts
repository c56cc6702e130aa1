import type { Business, Locale as DbLocale, Party, Role, Theme } from '@/lib/db/generated/client';
import type { ScopedDb } from '@/lib/db/scoped';
import type { ScopedTx } from '@/lib/db/transact';
import type { Formatter } from '@/lib/i18n/format';
import type { T } from '@/lib/i18n/translate';
import type { Permission } from '@/lib/permissions/permissions';
import type { CalendarDate } from '@/lib/time/calendar-date';

/** Who did it, as events remember it. */
export type Actor = { kind: 'user' | 'client' | 'system'; id: string | null; name: string };

type BaseContext = {
  readonly business: Readonly<Business>;
  /** Prisma, bound to the business. */
  readonly db: ScopedDb;
  readonly actor: Actor;
  readonly locale: DbLocale;
  readonly t: T;
  readonly f: Formatter;
  now(): Date;
  /** Today's calendar date where the business is. */
  today(): CalendarDate;
  /** `{ businessId_id: { businessId, id } }`, the unique key of a row of this business. */
  key(id: string): { businessId_id: { businessId: string; id: string } };
  transact<R>(work: (tx: ScopedTx) => Promise<R>): Promise<R>;
};

/** A signed-in person acting for a business they belong to. Made by the staff guard only. */
export type StaffContext = BaseContext & {
  readonly kind: 'staff';
  readonly user: Readonly<{
    id: string;
    name: string;
    email: string;
    locale: DbLocale;
    theme: Theme;
  }>;
  readonly role: Role;
  readonly sessionId: string;
  may(permission: Permission): boolean;
};

/** A client (or one of their contacts) in the portal: one party, nothing else. Made by the portal guard only. */
export type PortalContext = BaseContext & {
  readonly kind: 'portal';
  readonly party: Readonly<Party>;
  readonly contactId: string | null;
  readonly sessionId: string;
};

/** A job acting for a business. Made by the job runner (and the seed) only. */
export type SystemContext = BaseContext & { readonly kind: 'system' };

export type AnyContext = StaffContext | PortalContext | SystemContext;
