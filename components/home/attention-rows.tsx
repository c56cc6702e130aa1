import { Ban, CalendarX, Clock, Coins, CreditCard, FileX, MailX, Webhook } from 'lucide-react';
import type { ReactNode } from 'react';
import type { StaffContext } from '@/lib/auth/context';
import type { Attention } from '@/lib/home/attention';
import type { Permission } from '@/lib/permissions/permissions';

export type AttentionRow = {
  key: keyof Attention;
  text: string;
  href: string;
  icon: ReactNode;
  count: number;
};

/** What needs a hand as sentences, each with the way to it, the most pressing first; only what this person can look into. */
export function attentionRows(ctx: StaffContext, waiting: Attention): AttentionRow[] {
  const base = `/b/${ctx.business.slug}`;
  const rows: { key: keyof Attention; href: string; icon: ReactNode; needs?: Permission }[] = [
    { key: 'failedMessages', href: `${base}/mail?state=failed`, icon: <MailX /> },
    { key: 'undrawnInvoices', href: `${base}/invoices?view=undrawn`, icon: <FileX /> },
    { key: 'disputes', href: `${base}/payments?fate=underDispute`, icon: <Ban /> },
    { key: 'bouncedDebits', href: `${base}/invoices?view=awaiting&sort=due`, icon: <CalendarX /> },
    {
      key: 'lateCheckouts',
      href: `${base}/settings/payments`,
      icon: <CreditCard />,
      needs: 'settings.connections',
    },
    {
      key: 'stuckEvents',
      href: `${base}/settings/payments`,
      icon: <Webhook />,
      needs: 'settings.connections',
    },
    { key: 'waitingMessages', href: `${base}/mail?state=waiting`, icon: <Clock /> },
    { key: 'credits', href: `${base}/clients?view=credit`, icon: <Coins /> },
  ];
  return rows
    .filter(({ key, needs }) => waiting[key] > 0 && (!needs || ctx.may(needs)))
    .map(({ needs: _, ...row }) => ({
      ...row,
      text: ctx.t(`home.${row.key}`, { count: waiting[row.key] }),
      count: waiting[row.key],
    }));
}
