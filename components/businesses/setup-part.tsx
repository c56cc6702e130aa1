import { SetupList } from '@/components/layout/setup-list';
import type { StaffContext } from '@/lib/auth/context';
import type { SetupStep } from '@/lib/businesses/setup';

/** What is left to set up; nothing once all of it is done, or for somebody who may do none of it. */
export function SetupPart({ ctx, steps }: { ctx: StaffContext; steps: SetupStep[] }) {
  const { t, f, business } = ctx;
  const done = steps.filter(({ state }) => state === 'done').length;
  if (done === steps.length) return null;
  return (
    <SetupList
      title={t('setup.title', { business: business.name })}
      progress={t('setup.progress', { done: f.number(done), all: f.number(steps.length) })}
      done={t('setup.done')}
      steps={steps.map(({ name, state, href }) => ({
        title: t(`setup.steps.${name}.title`),
        note: t(`setup.steps.${name}.hint`),
        href,
        state,
      }))}
    />
  );
}
