import type { SystemContext } from '@/lib/auth/context';
import { makeSystemContext } from '@/lib/auth/make-context';
import { unscopedDb } from '@/lib/db/client';

/** The context a webhook address stands for, or null when no business has this name. It may do nothing until the signature is checked. */
export async function webhookContext(slug: string): Promise<SystemContext | null> {
  const business = await unscopedDb().business.findUnique({ where: { slug } });
  return business ? makeSystemContext(business) : null;
}
