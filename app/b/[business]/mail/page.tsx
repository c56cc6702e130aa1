import { Settings } from 'lucide-react';
import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { MessageList } from '@/components/messages/message-list';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Pager } from '@/components/ui/pager';
import { RecordList } from '@/components/ui/record-list';
import { Tabs } from '@/components/ui/tabs';
import { listWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import { hasMailRoute } from '@/lib/businesses/mail-route';
import { listMessages, MESSAGE_FILTERS, type MessageFilter } from '@/lib/messages/queries';
import { staffPage } from '@/lib/pages/staff-page';

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await staffPage(params, 'messages.read');
  return { title: t('mail.title') };
}

/** The outbox: everything the business mailed, with what became of it. */
export default async function Page({ params, searchParams }: Props) {
  const ctx = await staffPage(params, 'messages.read');
  const { t, f, locale } = ctx;
  const query = await searchParams;
  const filter = filterOf(query.state);
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined;
  const [page, canLeave] = await Promise.all([
    listMessages(ctx, { filter, cursor }),
    hasMailRoute(ctx),
  ]);
  const base = `/b/${ctx.business.slug}/mail`;
  const hrefOf = (state: MessageFilter, at?: string | null) => {
    const parts = new URLSearchParams();
    if (state !== 'all') parts.set('state', state);
    if (at) parts.set('cursor', at);
    return parts.size > 0 ? `${base}?${parts}` : base;
  };
  const words = listWords(t, locale);
  const { number, more } = page.count;
  return (
    <>
      <PageHeader title={t('mail.title')} />
      {!canLeave && <NoServer ctx={ctx} />}
      <Tabs
        label={t('mail.list.filters')}
        tabs={MESSAGE_FILTERS.map((state) => ({
          href: hrefOf(state),
          label: t(`mail.list.filter.${state}`),
          current: state === filter,
          ...(state === filter ? { count: `${f.number(number)}${more ? '+' : ''}` } : {}),
        }))}
      />
      {page.rows.length === 0 && filter === 'all' && !cursor ? (
        <EmptyState
          title={t('mail.list.emptyTitle')}
          body={t('mail.list.emptyBody')}
          actions={
            <LinkButton variant="primary" href={`/b/${ctx.business.slug}/invoices`}>
              {t('mail.list.emptyAction')}
            </LinkButton>
          }
        />
      ) : page.rows.length === 0 ? (
        <div className="p-6 max-md:px-4">
          <p className="text-ink-soft">{t('mail.list.emptyFilter')}</p>
          <LinkButton className="mt-3" href={base}>
            {t('mail.list.showAll')}
          </LinkButton>
        </div>
      ) : (
        <RecordList
          words={words}
          pager={
            <Pager
              range={
                more
                  ? t('mail.list.rangeMore', { count: f.number(number) })
                  : t('mail.list.range', { count: number })
              }
              newer={page.newer && hrefOf(filter, page.newer)}
              older={page.older && hrefOf(filter, page.older)}
              words={words}
            />
          }
        >
          <MessageList ctx={ctx} rows={page.rows} showClient />
        </RecordList>
      )}
    </>
  );
}

function NoServer({ ctx }: { ctx: StaffContext }) {
  const { t, business } = ctx;
  const mayMend = ctx.may('settings.connections');
  return (
    <div className="px-6 pb-3 max-md:px-4">
      <Notice
        tone="warn"
        title={t('mail.noServer.title')}
        actions={
          mayMend && (
            <LinkButton size="sm" icon={<Settings />} href={`/b/${business.slug}/settings/mail`}>
              {t('mail.noServer.action')}
            </LinkButton>
          )
        }
      >
        {t('mail.noServer.body')} {!mayMend && t('mail.noServer.owner')}
      </Notice>
    </div>
  );
}

function filterOf(value: string | string[] | undefined): MessageFilter {
  return MESSAGE_FILTERS.find((filter) => filter === value) ?? 'all';
}
