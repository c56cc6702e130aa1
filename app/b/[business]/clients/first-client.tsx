import { Plus } from 'lucide-react';
import { SetupList } from '@/components/layout/setup-list';
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
  const { t, f } = ctx;
  const steps = await setupSteps(ctx);
  const done = steps.filter(({ state }) => state === 'done').length;
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
      aside={
        <SetupList
          title={t('setup.title', { business: ctx.business.name })}
          progress={t('setup.progress', { done: f.number(done), all: f.number(steps.length) })}
          done={t('setup.done')}
          steps={steps.flatMap(({ name, state, href }) =>
            href
              ? [
                  {
                    title: t(`setup.steps.${name}.title`),
                    note: t(`setup.steps.${name}.hint`),
                    href,
                    state,
                  },
                ]
              : [],
          )}
        />
      }
    />
  );
}
