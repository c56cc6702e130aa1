import { CircleAlert } from 'lucide-react';
import Link from 'next/link';
import { Amount } from '@/components/ui/amount';
import type { StaffContext } from '@/lib/auth/context';
import type { DueNext } from '@/lib/home/due-next';

/** The open invoices to look at first, the longest overdue on top. */
export function DueNextList({ ctx, rows }: { ctx: StaffContext; rows: DueNext[] }) {
  const { t, f, business } = ctx;
  const base = `/b/${business.slug}/invoices`;
  if (rows.length === 0) return <p className="meta px-6 max-md:px-4">{t('home.nextEmpty')}</p>;
  return (
    <>
      <ul className="px-6 max-md:px-4">
        {rows.map((row) => (
          <li
            key={row.id}
            className="relative flex items-start justify-between gap-3 border-b border-line py-2.5"
          >
            <div className="min-w-0">
              <Link
                prefetch={false}
                href={`${base}/${row.id}`}
                className="clip block font-medium after:absolute after:inset-0"
              >
                {row.client}
              </Link>
              <div className={row.daysLate > 0 ? 'late text-xs' : 'meta'}>
                {row.daysLate > 0 && (
                  <CircleAlert
                    className="icon icon-sm me-1 inline align-[-2px]"
                    aria-hidden="true"
                  />
                )}
                <bdi dir="ltr">{row.number}</bdi>
                {' · '}
                {row.daysLate > 0
                  ? t('home.lateBy', { days: row.daysLate })
                  : row.dueOn && t('home.dueOn', { date: f.date(row.dueOn, 'short') })}
              </div>
            </div>
            <Amount parts={f.moneyParts(row.open, row.currency)} />
          </li>
        ))}
      </ul>
      <p className="mt-3 px-6 max-md:px-4">
        <Link href={`${base}?state=open`} prefetch={false} className="link text-sm">
          {t('home.allInvoices')}
        </Link>
      </p>
    </>
  );
}
