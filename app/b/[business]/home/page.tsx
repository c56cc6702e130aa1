import { SetupPart } from '@/components/businesses/setup-part';
import { AttentionList } from '@/components/home/attention-list';
import { attentionRows } from '@/components/home/attention-rows';
import { DueNextList } from '@/components/home/due-next-list';
import { figuresOf } from '@/components/home/home-figures';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { TimelineList } from '@/components/timeline/timeline-list';
import { Figures } from '@/components/ui/figures';
import { setupSteps } from '@/lib/businesses/setup';
import { timeline } from '@/lib/events/timeline';
import { attention } from '@/lib/home/attention';
import { dueNext } from '@/lib/home/due-next';
import { homeFigures } from '@/lib/home/figures';
import { staffPage } from '@/lib/pages/staff-page';

type Props = { params: Promise<{ business: string }> };

export async function generateMetadata({ params }: Props) {
  const { t, business } = await staffPage(params, 'home.read');
  return { title: `${t('home.title')} · ${business.name}` };
}

/** What is due, overdue and received, what needs a hand, what happened, and what is paid next. */
export default async function HomePage({ params }: Props) {
  const ctx = await staffPage(params, 'home.read');
  const { t, f } = ctx;
  const [figures, waiting, steps, activity, next] = await Promise.all([
    homeFigures(ctx),
    attention(ctx),
    setupSteps(ctx),
    timeline(ctx, { filter: 'deeds', size: 20 }),
    dueNext(ctx),
  ]);
  const today = { weekday: f.weekday(ctx.today()), date: f.date(ctx.today(), 'long') };
  const needs = attentionRows(ctx, waiting);
  const attentionSection = (
    <Section title={t('home.attention')}>
      <AttentionList ctx={ctx} rows={needs} />
    </Section>
  );
  return (
    <div className="page flex flex-col">
      <PageHeader title={t('home.day', today)} />
      <Figures label={t('home.title')} figures={figuresOf(ctx, figures)} />
      <div className="columns">
        <div className="column">
          {needs.length > 0 && attentionSection}
          <div className="px-6 pt-3 empty:hidden max-md:px-4">
            <SetupPart ctx={ctx} steps={steps} />
          </div>
          {needs.length === 0 && attentionSection}
        </div>
        <div className="column">
          <Section title={t('home.activity')}>
            <TimelineList
              page={activity}
              label={t('home.activity')}
              empty={t('home.activityEmpty')}
              grouped
            />
          </Section>
        </div>
        <div className="column first-on-phone">
          <Section title={t('home.next')}>
            <DueNextList ctx={ctx} rows={next} />
          </Section>
        </div>
      </div>
    </div>
  );
}
