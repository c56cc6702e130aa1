import { Ban, CalendarX, Clock, Coins, CreditCard, MailX, Webhook } from 'lucide-react';
import type { ReactNode } from 'react';
import type { StaffContext } from '@/lib/auth/context';
import type { Attention } from '@/lib/home/attention';

export type AttentionRow = {
  key: keyof Attention;
  text: string;
  href: string;
  icon: ReactNode;
  count: number;
};

/** What needs a hand as sentences, each with the way to it, the most pressing first. */
export function attentionRows(ctx: StaffContext, waiting: Attention): AttentionRow[] {
  const base = `/b/${ctx.business.slug}`;
  const rows: { key: keyof Attention; href: string; icon: ReactNode }[] = [
    { key: 'failedMessages', href: `${base}/mail?state=failed`, icon: <MailX /> },
    { key: 'disputes', href: `${base}/payments?fate=underDispute`, icon: <Ban /> },
    { key: 'bouncedDebits', href: `${base}/invoices?view=awaiting&sort=due`, icon: <CalendarX /> },
    { key: 'lateCheckouts', href: `${base}/settings/payments`, icon: <CreditCard /> },
    { key: 'stuckEvents', href: `${base}/settings/payments`, icon: <Webhook /> },
    { key: 'waitingMessages', href: `${base}/mail?state=waiting`, icon: <Clock /> },
    { key: 'credits', href: `${base}/clients?view=credit`, icon: <Coins /> },
  ];
  return rows
    .filter(({ key }) => waiting[key] > 0)
    .map((row) => ({
      ...row,
      text: ctx.t(`home.${row.key}`, { count: waiting[row.key] }),
      count: waiting[row.key],
    }));
}
