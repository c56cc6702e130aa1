import { cache } from 'react';
import { unscopedDb } from '@/lib/db/client';
import type { Permission } from '@/lib/permissions/permissions';
import type { StaffContext } from './context';
import { makeStaffContext } from './make-context';
import { currentStaffSession } from './staff-session';

/**
 * The context of the person signed in on this request for the business with this slug. `null`: nobody is signed in;
 * `undefined`: the business is not theirs, or does not exist. Membership and role are read on every request.
 */
export const findStaffContext = cache(
  async (slug: string): Promise<StaffContext | null | undefined> => {
    const session = await currentStaffSession();
    if (!session) return null;
    // No business is called that, and PostgreSQL refuses to be asked.
    if (slug.includes('\0')) return undefined;
    const membership = await unscopedDb().membership.findFirst({
      where: { userId: session.user.id, business: { slug } },
      select: { role: true, business: true },
    });
    if (!membership) return undefined;
    return makeStaffContext({
      business: membership.business,
      user: session.user,
      role: membership.role,
      sessionId: session.id,
    });
  },
);

/** As `findStaffContext`, and `undefined` as well when the role lacks the permission: a lower role and a stranger get one answer. */
export async function findStaffContextFor(
  slug: string,
  may: Permission,
): Promise<StaffContext | null | undefined> {
  const ctx = await findStaffContext(slug);
  return ctx && !ctx.may(may) ? undefined : ctx;
}
