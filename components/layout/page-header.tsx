import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** The head of a page: where it lies, its title, what it is, and its actions with the one primary at the end. */
export function PageHeader({
  title,
  crumb,
  status,
  meta,
  tags,
  actions,
}: {
  title: ReactNode;
  crumb?: { href: string; label: string };
  /** A pill beside the title. */
  status?: ReactNode;
  meta?: ReactNode;
  tags?: string[];
  actions?: ReactNode;
}) {
  const hasSub = Boolean(meta || tags?.length);
  if (!crumb && !hasSub) {
    return (
      <div className="page-head">
        <h1 className="page-title clip">{title}</h1>
        {status}
        {actions && <div className="actions items-center">{actions}</div>}
      </div>
    );
  }
  return (
    <div className="client-head">
      <div className="min-w-0">
        {crumb && (
          <Link href={crumb.href} prefetch={false} className="crumb">
            {crumb.label}
            <ChevronRight className="icon icon-sm mirror" aria-hidden="true" />
          </Link>
        )}
        <div className="flex min-w-0 items-center gap-3">
          <h1 className="page-title">{title}</h1>
          {status}
        </div>
        {hasSub && (
          <div className="client-sub">
            {meta}
            {tags?.map((tag) => (
              <span key={tag} className="tag">
                {tag}
              </span>
            ))}
          </div>
        )}
      </div>
      {actions && <div className="actions items-center">{actions}</div>}
    </div>
  );
}
