import { atMost, type Measured, type SizeMeasured } from './report';

const BASE = 100_000;
const MOST_TIMES = 1.3;

/** The pages that must not grow with the business: lists and records. */
const PAGES = new Set([
  'client list',
  'client page',
  'invoice list',
  'invoice list, deep page',
  'invoice page',
  'portal home',
  'portal invoice',
]);

/** How much slower lists and records of the larger sizes are than with 100,000 invoices; empty when that was not measured. */
export function growthOf(results: readonly SizeMeasured[]): Measured[] {
  const base = results.find(({ invoices }) => invoices === BASE);
  if (!base) return [];
  const medians = new Map(base.rows.map(({ what, median }) => [what, median]));
  return results
    .filter(({ invoices }) => invoices > BASE)
    .flatMap(({ invoices, rows }) =>
      rows.flatMap(({ what, median }): Measured[] => {
        const before = medians.get(what);
        if (!PAGES.has(what) || !before || median === undefined) return [];
        const times = median / before;
        return [
          {
            what: `${what}, ${invoices.toLocaleString('en')}`,
            median,
            note: `${times.toFixed(2)} × of ${BASE.toLocaleString('en')} (${before.toFixed(1)})`,
            budgets: [atMost('growth', MOST_TIMES, '×', times)],
          },
        ];
      }),
    );
}
