/** Counts stop here: "10,000+" costs the same however large the business grows. */
export const COUNT_LIMIT = 10_000;

/** A count that goes no further than the limit; `more` when there are more. */
export type BoundedCount = { number: number; more: boolean };

/** What a counting query adds to its filters. */
export type Bound = { orderBy: { businessId: 'asc' }; take: number };

// Prisma sorts what it counts up to a bound, by primary key unless told otherwise. All rows share the business:
// sorted by that, PostgreSQL has nothing to sort, may take any index and stops at the bound.
const BOUND: Bound = { orderBy: { businessId: 'asc' }, take: COUNT_LIMIT + 1 };

/** Counts at most 10,000 rows: `boundedCount((bound) => ctx.db.document.count({ where, ...bound }))`. */
export async function boundedCount(
  count: (bound: Bound) => Promise<number>,
): Promise<BoundedCount> {
  const number = await count(BOUND);
  return { number: Math.min(number, COUNT_LIMIT), more: number > COUNT_LIMIT };
}
