import { Plus } from 'lucide-react';
import { SetupPart } from '@/components/businesses/setup-part';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { StaffContext } from '@/lib/auth/context';
import { setupSteps } from '@/lib/businesses/setup';

/** Before the first client: what to do now, and what else is left to set up. */
export async function FirstClient({
  ctx,
  list,
  mayWrite,
}: {
  ctx: StaffContext;
  list: string;
  mayWrite: boolean;
}) {
  const { t } = ctx;
  return (
    <EmptyState
      title={t('clients.first.title')}
      body={t('clients.first.body')}
      actions={
        mayWrite && (
          <LinkButton href={`${list}/new`} variant="primary" icon={<Plus />}>
            {t('clients.new')}
          </LinkButton>
        )
      }
      aside={<SetupPart ctx={ctx} steps={await setupSteps(ctx)} />}
    />
  );
}
