import { unscopedDb } from '@/lib/db/client';
import type { Business } from '@/lib/db/generated/client';

/** The business whose portal has this address, for pages that need no session; null when there is none. */
export async function findPortalBusiness(slug: string): Promise<Business | null> {
  return unscopedDb().business.findUnique({ where: { slug } });
}

/** The business that issued a document, for the address printed on its PDF; null for drafts and for ids we never gave. */
export async function findIssuer(documentId: string): Promise<Business | null> {
  return unscopedDb().business.findFirst({
    where: { documents: { some: { id: documentId, issuedAt: { not: null } } } },
  });
}
