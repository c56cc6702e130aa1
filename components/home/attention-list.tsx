import { ChevronRight, CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import type { StaffContext } from '@/lib/auth/context';
import type { AttentionRow } from './attention-rows';

/** What needs a hand, each with the way to it; or that nothing does. */
export function AttentionList({ ctx, rows }: { ctx: StaffContext; rows: AttentionRow[] }) {
  if (rows.length === 0) {
    return (
      <p className="meta flex gap-2 px-6 max-md:px-4">
        <CircleCheck className="icon" aria-hidden="true" />
        {ctx.t('home.allWell')}
      </p>
    );
  }
  return (
    <ul className="ways px-6 max-md:px-4">
      {rows.map(({ key, href, icon, text }) => (
        <li key={key} className="relative">
          <span className="text-ink-soft">
            <Icon>{icon}</Icon>
          </span>
          <Link
            href={href}
            prefetch={false}
            className="min-w-0 flex-1 after:absolute after:inset-0"
          >
            <b>{text}</b>
          </Link>
          <ChevronRight className="icon icon-sm mirror" aria-hidden="true" />
        </li>
      ))}
    </ul>
  );
}
