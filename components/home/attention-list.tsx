import { ChevronRight, CircleCheck } from 'lucide-react';
import Link from 'next/link';
import type { StaffContext } from '@/lib/auth/context';
import type { Attention } from '@/lib/home/attention';

/** What needs a hand, each with the way to it; or that nothing does. */
export function AttentionList({ ctx, waiting }: { ctx: StaffContext; waiting: Attention }) {
  const base = `/b/${ctx.business.slug}`;
  const rows: { key: keyof Attention; href: string }[] = [
    { key: 'failedMessages', href: `${base}/mail?state=failed` },
    { key: 'disputes', href: `${base}/payments` },
    { key: 'stuckEvents', href: `${base}/settings/payments` },
    { key: 'waitingMessages', href: `${base}/mail?state=waiting` },
    { key: 'credits', href: `${base}/clients` },
  ];
  const shown = rows.filter(({ key }) => waiting[key] > 0);
  if (shown.length === 0) {
    return (
      <p className="meta flex gap-2 px-6 max-md:px-4">
        <CircleCheck className="icon" aria-hidden="true" />
        {ctx.t('home.allWell')}
      </p>
    );
  }
  return (
    <ul className="ways px-6 max-md:px-4">
      {shown.map(({ key, href }) => (
        <li key={key} className="relative">
          <Link href={href} className="min-w-0 flex-1 after:absolute after:inset-0">
            <b>{ctx.t(`home.${key}`, { count: waiting[key] })}</b>
          </Link>
          <ChevronRight className="icon icon-sm mirror" aria-hidden="true" />
        </li>
      ))}
    </ul>
  );
}
