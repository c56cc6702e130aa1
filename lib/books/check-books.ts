import { unscopedDb } from '@/lib/db/client';
import { checkDocuments } from './check-documents';
import { SUM_CHECKS } from './sum-checks';

/** One thing that does not add up: which rule, where, and what was found. */
export type Finding = { rule: string; business: string; what: string };

const MOST_FINDINGS = 200;

/**
 * Recomputes everything from the ground, for one business or for all: totals from lines, seals and their chain, numbers,
 * open amounts from allocations, balances from documents and payments, the event chain. Finds nothing in good books.
 */
export async function checkBooks(businessId: string | null = null): Promise<Finding[]> {
  const db = unscopedDb();
  const businesses = await db.business.findMany({
    where: businessId ? { id: businessId } : {},
    select: { id: true, slug: true },
  });
  const findings: Finding[] = [];
  for (const { id, slug } of businesses) {
    for (const { rule, sql } of SUM_CHECKS) {
      const rows = await db.$queryRawUnsafe<{ what: string }[]>(sql, id);
      findings.push(...rows.map(({ what }) => ({ rule, business: slug, what })));
    }
    for await (const finding of checkDocuments(id)) findings.push({ ...finding, business: slug });
    if (findings.length > MOST_FINDINGS) return findings.slice(0, MOST_FINDINGS);
  }
  return findings;
}
