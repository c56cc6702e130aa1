import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

export type Way = { icon: ReactNode; title: string; note?: string; href: string };

/** An empty list: what to do first, its primary action, and other ways in as rows. `aside` holds the set-up list. */
export function EmptyState({
  title,
  body,
  actions,
  waysTitle,
  ways = [],
  aside,
}: {
  title: string;
  body?: ReactNode;
  actions?: ReactNode;
  waysTitle?: string;
  ways?: Way[];
  aside?: ReactNode;
}) {
  return (
    <div className="first-run">
      <div>
        <h2 className="text-xl">{title}</h2>
        {body && <p className="mt-1 text-ink-soft">{body}</p>}
        {actions && <div className="mt-4 flex flex-wrap gap-2">{actions}</div>}
        {ways.length > 0 && (
          <>
            {waysTitle && <h3 className="group-label mt-8 px-0">{waysTitle}</h3>}
            <ul className="ways">
              {ways.map((way) => (
                <li key={way.href} className="relative">
                  <span className="icon-box text-ink-soft" aria-hidden="true">
                    {way.icon}
                  </span>
                  <Link
                    href={way.href}
                    prefetch={false}
                    className="min-w-0 flex-1 after:absolute after:inset-0"
                  >
                    <b>{way.title}</b>
                    {way.note && <span className="meta block">{way.note}</span>}
                  </Link>
                  <ChevronRight className="icon icon-sm mirror" aria-hidden="true" />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {aside}
    </div>
  );
}
