import Link from 'next/link';
import type { ReactNode } from 'react';

export type Tab = {
  href: string;
  label: string;
  count?: string;
  current?: boolean;
  icon?: ReactNode;
};

/** Views of one list or parts of one record, as links; a count is finished text ('1,482', '10,000+'). */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          prefetch={false}
          scroll={false}
          className="tab"
          aria-current={tab.current ? 'page' : undefined}
        >
          {tab.label}
          {tab.count !== undefined && <span className="n">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
