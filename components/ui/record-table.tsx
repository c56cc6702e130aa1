import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from './class-names';
import { SelectAllBox } from './record-list';
import { type RowSum, writeRowSums } from './selection-sums';

export type RecordColumn = {
  key: string;
  label: ReactNode;
  /** money and number end-align; grow takes the free width and clips; fit is as narrow as it can be. */
  kind?: 'text' | 'money' | 'number' | 'grow' | 'fit' | 'date';
  soft?: boolean;
  /** Where the cell goes when a row folds into two lines on a phone; left out, it hides. */
  fold?: 'title' | 'end' | 'status' | 'number' | 'end-2';
  /** Its head, for a sortable column: where a press leads, and how it is sorted now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' };
};

export type RecordRow = {
  id: string;
  href?: string;
  /** Names the row to a screen reader: 'INV-2026-0147, Old Docks Trust'. */
  label: string;
  cells: Record<string, ReactNode>;
  /** Added up in the selection bar. */
  sums?: RowSum[];
};

const FOLD = {
  title: 'grow',
  end: 'fold-end',
  status: 'fold-2',
  number: 'fold-number',
  'end-2': 'fold-end-2',
};

/**
 * A table of records. The first column's words are the row's link, which covers the whole row. With `selectAll`, each row
 * begins with a check box named `ids[]`; put the table into a `<RecordList>` then.
 */
export function RecordTable({
  label,
  columns,
  rows,
  foot,
  selectAll,
}: {
  label: string;
  columns: RecordColumn[];
  rows: RecordRow[];
  foot?: Record<string, ReactNode>;
  /** The words of the box in the head: given, rows can be selected. */
  selectAll?: string;
}) {
  const linked = columns[0]?.key;
  const dense = selectAll || columns.length > 7;
  return (
    <table className={cx('table fold', dense && 'dense')} aria-label={label}>
      <thead>
        <tr>
          {selectAll && (
            <th className="fit">
              <SelectAllBox label={selectAll} />
            </th>
          )}
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={cx(
                numeric(column) && 'num',
                column.kind === 'fit' && 'fit',
                !column.fold && 'fold-hide',
              )}
              aria-sort={column.sort?.direction}
            >
              {column.sort ? (
                <Link href={column.sort.href} prefetch={false} scroll={false}>
                  {column.label}
                </Link>
              ) : (
                column.label
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-id={row.id} data-sums={row.sums && writeRowSums(row.sums)}>
            {selectAll && (
              <td className="fit pick-cell">
                <label className="pick-label">
                  <input
                    type="checkbox"
                    className="pick"
                    name="ids[]"
                    value={row.id}
                    aria-label={row.label}
                  />
                </label>
              </td>
            )}
            {columns.map((column) => (
              <td key={column.key} className={cellClass(column)}>
                {column.key === linked && row.href ? (
                  <Link href={row.href} prefetch={false} className="row-link">
                    {row.cells[column.key]}
                  </Link>
                ) : (
                  row.cells[column.key]
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {foot && (
        <tfoot>
          <tr>
            {selectAll && <td />}
            {columns.map((column) => (
              <td
                key={column.key}
                className={cx(numeric(column) && 'num', !column.fold && 'fold-hide')}
                data-label={typeof column.label === 'string' ? column.label : undefined}
              >
                {foot[column.key]}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

const numeric = (column: RecordColumn) => column.kind === 'money' || column.kind === 'number';

function cellClass(column: RecordColumn): string {
  return cx(
    numeric(column) && 'num',
    column.kind === 'grow' && 'grow',
    column.kind === 'fit' && 'fit',
    column.soft && 'soft',
    column.fold ? FOLD[column.fold] : 'fold-hide',
  );
}
