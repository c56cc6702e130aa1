import { attentionRows } from '@/components/home/attention-rows';
import { Bell } from '@/components/layout/bell';
import type { StaffContext } from '@/lib/auth/context';
import { attention } from '@/lib/home/attention';

/** The bell of the top bar: how much needs a hand, on every page. Credit to use is no alarm and stays on home. */
export async function AttentionBell({ ctx }: { ctx: StaffContext }) {
  const rows = attentionRows(ctx, await attention(ctx)).filter(({ key }) => key !== 'credits');
  const count = rows.reduce((sum, row) => sum + row.count, 0);
  return (
    <Bell
      label={ctx.t('home.bell', { count })}
      count={count > 99 ? '99+' : String(count)}
      empty={ctx.t('home.allWell')}
      items={rows.map(({ text, href, icon }) => ({ label: text, href, icon }))}
    />
  );
}
