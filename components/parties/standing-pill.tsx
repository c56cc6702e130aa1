import { StatusPill } from '@/components/ui/status-pill';
import type { T } from '@/lib/i18n/translate';

/** Good or bad standing in a word. `overdue` are the client's late amounts, with the days since the oldest was due. */
export function StandingPill({
  archived,
  balances,
  overdue,
  t,
}: {
  archived: boolean;
  balances: readonly { open: bigint; invoiced: bigint }[];
  overdue: readonly { days: number }[];
  t: T;
}) {
  if (archived) return <StatusPill tone="void">{t('clients.standing.archived')}</StatusPill>;
  const days = Math.max(0, ...overdue.map((one) => one.days));
  if (days > 0) {
    return <StatusPill tone="overdue">{t('clients.standing.overdue', { days })}</StatusPill>;
  }
  if (balances.some((one) => one.open > 0n)) {
    return <StatusPill tone="due">{t('clients.standing.owing')}</StatusPill>;
  }
  if (balances.some((one) => one.invoiced > 0n)) {
    return <StatusPill tone="paid">{t('clients.standing.settled')}</StatusPill>;
  }
  return <StatusPill tone="draft">{t('clients.standing.new')}</StatusPill>;
}
