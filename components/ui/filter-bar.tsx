import { Search, X } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cx } from './class-names';
import { Kbd } from './kbd';

/** The line above a list: search, chips, and at the end the order. */
export function FilterBar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="filter-bar">
      {children}
      {end && <span className="ms-auto flex gap-1.5">{end}</span>}
    </div>
  );
}

/** Searches in the list by a GET form; `keep` are the other filters of the address. */
export function SearchBox({
  label,
  name = 'q',
  value,
  keep = {},
}: {
  label: string;
  name?: string;
  value?: string;
  keep?: Record<string, string>;
}) {
  return (
    <search>
      <form method="get" className="filter-search">
        <Search className="icon icon-sm" aria-hidden="true" />
        <input
          type="search"
          name={name}
          defaultValue={value}
          placeholder={label}
          aria-label={label}
        />
        {Object.entries(keep).map(([key, kept]) => (
          <input key={key} type="hidden" name={key} value={kept} />
        ))}
        <Kbd>/</Kbd>
      </form>
    </search>
  );
}

/** A filter that is on ('Issued **this quarter** ×', pressing drops it) or a choice that can be made. */
export function FilterChip({
  href,
  label,
  value,
  on,
  removeLabel,
}: {
  href: string;
  label?: string;
  value?: string;
  on?: boolean;
  /** Given, the chip is a filter that a press removes. */
  removeLabel?: string;
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      className={cx('chip', on && 'on')}
      aria-current={on && !removeLabel ? 'true' : undefined}
    >
      {label}
      {value && <b>{value}</b>}
      {removeLabel && (
        <>
          <X className="icon icon-sm" aria-hidden="true" />
          <span className="sr-only">{removeLabel}</span>
        </>
      )}
    </Link>
  );
}
