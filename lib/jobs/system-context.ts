import type { SystemContext } from '@/lib/auth/context';
import { makeSystemContext } from '@/lib/auth/make-context';
import { unscopedDb } from '@/lib/db/client';

/** The context a job of a business works in. */
export async function systemContext(businessId: string): Promise<SystemContext> {
  const business = await unscopedDb().business.findUniqueOrThrow({ where: { id: businessId } });
  return makeSystemContext(business);
}
