import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';

/** Newer and Older with what is shown of how many ('1–50 of 10,000+'). A missing link is a page that isn't there. */
export function Pager({
  range,
  newer,
  older,
  words,
}: {
  range?: ReactNode;
  newer?: string | null;
  older?: string | null;
  words: { newer: string; older: string; pages: string };
}) {
  return (
    <nav className="flex items-center gap-2" aria-label={words.pages}>
      {range && <span className="meta">{range}</span>}
      <Step href={newer} rel="prev">
        <ChevronLeft className="icon icon-sm mirror" aria-hidden="true" />
        {words.newer}
      </Step>
      <Step href={older} rel="next">
        {words.older}
        <ChevronRight className="icon icon-sm mirror" aria-hidden="true" />
      </Step>
    </nav>
  );
}

function Step({ href, rel, children }: { href?: string | null; rel: string; children: ReactNode }) {
  if (!href) {
    return (
      <button type="button" className="btn sm" disabled>
        {children}
      </button>
    );
  }
  return (
    <Link href={href} rel={rel} prefetch={false} scroll={false} className="btn sm">
      {children}
    </Link>
  );
}
