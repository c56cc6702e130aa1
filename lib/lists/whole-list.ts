import { z } from 'zod';
import type { RecordPage } from './record-list';

/** What asks for the rows of a list on all its pages: the filters as they stand in its address. */
export const wholeList = z.strictObject({ query: z.string().max(2_000) });

/**
 * What "tick all" can offer beyond a page: how many rows, never more than `most`, and whether that leaves some out; null
 * when the page shows them all.
 */
export function beyondPage(
  { rows, count }: Pick<RecordPage<unknown>, 'rows' | 'count'>,
  most: number,
): { n: number; more: 'yes' | 'no' } | null {
  if (count.number <= rows.length) return null;
  return { n: Math.min(count.number, most), more: count.number > most ? 'yes' : 'no' };
}
