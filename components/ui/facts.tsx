import type { ReactNode } from 'react';
import { cx } from './class-names';

export type Fact = { label: string; value: ReactNode; late?: boolean };

/** Facts of a record, label and value; what has no value is left out. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ label, value, late }) => (
          <div key={label} className="contents">
            <dt className={cx(late && 'late')}>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
