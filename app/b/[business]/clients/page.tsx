import { Download, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { savedTabs } from '@/components/members/saved-view-part';
import { BulkArchive } from '@/components/parties/bulk-archive';
import { ClientTable } from '@/components/parties/client-table';
import { addressOf, listHref } from '@/components/parties/list-address';
import { LinkButton } from '@/components/ui/button';
import { currencySigns } from '@/components/ui/currency-signs';
import { EmptyState } from '@/components/ui/empty-state';
import { Pager } from '@/components/ui/pager';
import { RecordList } from '@/components/ui/record-list';
import { Tabs } from '@/components/ui/tabs';
import { listWords } from '@/components/ui/words';
import { overdueOf, whereOverdue } from '@/lib/documents/client-standing';
import { beyondPage } from '@/lib/lists/whole-list';
import { savedViews } from '@/lib/members/saved-views';
import { staffPage } from '@/lib/pages/staff-page';
import { MOST_CHOSEN } from '@/lib/parties/chosen-clients';
import { clientListPage, clientViewCounts } from '@/lib/parties/client-list';
import {
  CLIENT_SUMS,
  CLIENT_VIEWS,
  type ClientView,
  isNarrowed,
  readClientFilters,
} from '@/lib/parties/list-filters';
import { archiveClients, chooseAllClients, restoreClients } from './actions';
import { FirstClient } from './first-client';
import { activeFilters, ClientListBar } from './list-bar';

/** Tabs that are there once they have something to show. */
const RARE = new Set<ClientView>(['credit', 'archived']);

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await staffPage(params, 'clients.read');
  return { title: ctx.t('clients.title') };
}

export default async function ClientsPage({ params, searchParams }: Props) {
  const ctx = await staffPage(params, 'clients.read');
  const { t, f, locale, business } = ctx;
  const asked = await searchParams;
  const filters = readClientFilters(asked);
  const overdue = whereOverdue(ctx);
  const [page, counts, views] = await Promise.all([
    clientListPage(ctx, filters, overdue, [asked.page].flat()[0]),
    clientViewCounts(ctx, overdue),
    savedViews(ctx, 'CLIENTS'),
  ]);
  const late = await overdueOf(
    ctx,
    page.rows.map((row) => row.id),
  );
  const list = `/b/${business.slug}/clients`;
  const now = addressOf(filters);
  const query = listHref('', now).slice(1);
  const saved = savedTabs(views, list, query);
  const words = listWords(t, locale);
  const mayWrite = ctx.may('clients.write');
  const atAll = counts.all.number + counts.archived.number > 0;
  const isFirst = !atAll && !isNarrowed(filters);
  const restores = filters.view === 'archived';
  const beyond = beyondPage(page, MOST_CHOSEN);
  const every = beyond
    ? {
        label: t('clients.chooseAll', beyond),
        failed: t('common.failed'),
        load: chooseAllClients.bind(null, business.slug, { query }),
      }
    : undefined;
  const count = (of: { number: number; more: boolean }) =>
    f.number(of.number) + (of.more ? '+' : '');

  return (
    <>
      <PageHeader
        title={t('clients.title')}
        actions={
          mayWrite &&
          !isFirst && (
            <LinkButton href={`${list}/new`} variant="primary" icon={<Plus />}>
              {t('clients.new')}
            </LinkButton>
          )
        }
      />
      <Tabs
        label={t('clients.title')}
        tabs={[
          ...CLIENT_VIEWS.filter(
            (view) => !RARE.has(view) || counts[view].number > 0 || view === filters.view,
          ).map((view) => ({
            href: listHref(list, now, { view: view === 'all' ? '' : view }),
            label: t(`clients.views.${view}`),
            count: count(counts[view]),
            current: view === filters.view && !saved.some((tab) => tab.current),
          })),
          ...saved,
        ]}
      />
      {isFirst ? (
        <FirstClient ctx={ctx} list={list} mayWrite={mayWrite} />
      ) : (
        <>
          <ClientListBar
            ctx={ctx}
            filters={filters}
            views={views}
            isEmpty={page.rows.length === 0}
          />
          {page.rows.length === 0 ? (
            <EmptyState
              title={t('clients.none.title')}
              body={t('clients.none.body', {
                filters: f.list(
                  activeFilters(ctx, filters).map(({ label, value }) =>
                    t('clients.none.filter', { label, value }),
                  ),
                ),
                any: isNarrowed(filters) ? 'yes' : 'no',
              })}
              actions={<LinkButton href={list}>{t('clients.none.drop')}</LinkButton>}
            />
          ) : (
            <RecordList
              words={words}
              signs={currencySigns(
                page.rows.flatMap((row) => row.balances.map((one) => one.currency)),
                locale,
              )}
              sumTexts={Object.fromEntries(
                CLIENT_SUMS.map((of) => [of, t(`clients.sums.${of}`, { amount: '{amount}' })]),
              )}
              every={every}
              bulk={
                <>
                  <button type="submit" formAction={`${list}/export`} formMethod="post">
                    <Download className="icon" aria-hidden="true" />
                    {t('clients.export.ticked')}
                  </button>
                  {mayWrite && (
                    <BulkArchive
                      restores={restores}
                      deed={(restores ? restoreClients : archiveClients).bind(null, business.slug)}
                      reverse={(restores ? archiveClients : restoreClients).bind(
                        null,
                        business.slug,
                      )}
                      words={{
                        button: t(restores ? 'clients.restore' : 'clients.archive'),
                        done: t(restores ? 'clients.restored' : 'clients.archived'),
                        undo: t('clients.undo'),
                        failed: t('common.failed'),
                      }}
                    />
                  )}
                </>
              }
              pager={
                <Pager
                  range={t('clients.count', {
                    n: page.count.number,
                    more: page.count.more ? 'yes' : 'no',
                  })}
                  newer={page.newer && listHref(list, now, { page: page.newer })}
                  older={page.older && listHref(list, now, { page: page.older })}
                  words={words}
                />
              }
            >
              <ClientTable
                rows={page.rows}
                overdue={late}
                list={list}
                home={business.country}
                currency={filters.currency ?? business.currency}
                selectAll={words.selectAll}
                t={t}
                f={f}
              />
            </RecordList>
          )}
        </>
      )}
    </>
  );
}
