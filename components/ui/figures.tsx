import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './class-names';

export type Figure = {
  label: string;
  value: ReactNode;
  /** The line that answers "of what?". */
  note?: ReactNode;
  /** Marks label (or, with 'note', the note) as overdue: icon, weight and colour. */
  late?: boolean | 'note';
};

/** Key figures in one row cut by hairlines; two columns on a phone. `small` on a record page. */
export function Figures({
  label,
  figures,
  small,
}: {
  label: string;
  figures: Figure[];
  small?: boolean;
}) {
  return (
    <section className={cx('figures', small && 'small')} aria-label={label}>
      {figures.map((figure) => (
        <div className="figure" key={figure.label}>
          <div className={cx('figure-label', figure.late === true && 'late')}>
            {figure.late === true && <CircleAlert className="icon icon-sm" aria-hidden="true" />}
            {figure.label}
          </div>
          <div className="figure-value">{figure.value}</div>
          {figure.note && (
            <div className={cx('figure-note', figure.late === 'note' && 'late')}>
              {figure.late === 'note' && (
                <CircleAlert className="icon icon-sm me-1 inline align-[-2px]" aria-hidden="true" />
              )}
              {figure.note}
            </div>
          )}
        </div>
      ))}
    </section>
  );
}
