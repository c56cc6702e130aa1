import { unscopedDb } from '@/lib/db/client';
import type { Business } from '@/lib/db/generated/client';

/** The business whose portal has this address, for pages that need no session; null when there is none. */
export async function findPortalBusiness(slug: string): Promise<Business | null> {
  return unscopedDb().business.findUnique({ where: { slug } });
}

/**
 * The business that issued a document, for the address printed on its PDF; null for drafts and for ids we never gave. Ids
 * come from forms: of two documents with one id the older is meant, for the other's author can have read it off a PDF.
 */
export async function findIssuer(documentId: string): Promise<Business | null> {
  const issued = await unscopedDb().document.findFirst({
    where: { id: documentId, issuedAt: { not: null } },
    orderBy: { issuedAt: 'asc' },
    select: { business: true },
  });
  return issued?.business ?? null;
}
