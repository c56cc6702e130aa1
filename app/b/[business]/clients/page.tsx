import { ArrowDownWideNarrow, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { SetupList } from '@/components/layout/setup-list';
import { BulkArchive } from '@/components/parties/bulk-archive';
import { ClientTable } from '@/components/parties/client-table';
import { ClientFilterDialog } from '@/components/parties/filter-dialog';
import { addressOf, listHref } from '@/components/parties/list-address';
import { Button, LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar, FilterChip, SearchBox } from '@/components/ui/filter-bar';
import { Menu } from '@/components/ui/menu';
import { Pager } from '@/components/ui/pager';
import { RecordList } from '@/components/ui/record-list';
import { Tabs } from '@/components/ui/tabs';
import { listWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import { setupSteps } from '@/lib/businesses/setup';
import { overdueOf, whereOverdue } from '@/lib/documents/client-standing';
import { staffPage } from '@/lib/pages/staff-page';
import { clientListPage, clientViewCounts } from '@/lib/parties/client-list';
import {
  CLIENT_SORTS,
  CLIENT_VIEWS,
  type ClientFilters,
  isNarrowed,
  readClientFilters,
} from '@/lib/parties/list-filters';
import { countryName } from '@/lib/places/countries';
import { archiveClients, restoreClients } from './actions';

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
  const [page, counts] = await Promise.all([
    clientListPage(ctx, filters, overdue, [asked.page].flat()[0]),
    clientViewCounts(ctx, overdue),
  ]);
  const late = await overdueOf(
    ctx,
    page.rows.map((row) => row.id),
  );
  const list = `/b/${business.slug}/clients`;
  const now = addressOf(filters);
  const words = listWords(t, locale);
  const mayWrite = ctx.may('clients.write');
  const atAll = counts.all.number + counts.archived.number > 0;
  const isFirst = !atAll && !isNarrowed(filters);
  const restores = filters.view === 'archived';
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
        tabs={CLIENT_VIEWS.filter(
          (view) => view !== 'archived' || counts.archived.number > 0 || restores,
        ).map((view) => ({
          href: listHref(list, now, { view: view === 'all' ? '' : view }),
          label: t(`clients.views.${view}`),
          count: count(counts[view]),
          current: view === filters.view,
        }))}
      />
      {isFirst ? (
        <FirstClient ctx={ctx} list={list} mayWrite={mayWrite} />
      ) : (
        <>
          <FilterBar
            end={
              <Menu
                trigger={
                  <Button variant="ghost" size="sm" icon={<ArrowDownWideNarrow />}>
                    {t(`clients.sorts.${filters.sort}`)}
                  </Button>
                }
                items={CLIENT_SORTS.map((sort) => ({
                  label: t(`clients.sorts.${sort}`),
                  href: listHref(list, now, { sort: sort === 'name' ? '' : sort }),
                }))}
              />
            }
          >
            <SearchBox label={t('clients.search')} value={filters.q} keep={{ ...now, q: '' }} />
            {activeFilters(ctx, filters).map(({ name, label, value }) => (
              <FilterChip
                key={name}
                href={listHref(list, now, { [name]: '' })}
                label={label}
                value={value}
                on
                removeLabel={t('clients.filters.remove', { filter: label })}
              />
            ))}
            <ClientFilterDialog
              locale={locale}
              list={list}
              now={now}
              words={{
                add: t('clients.filters.add'),
                title: t('clients.filters.title'),
                kind: t('clients.filters.kind'),
                company: t('clients.form.company'),
                person: t('clients.form.person'),
                country: t('clients.filters.country'),
                city: t('clients.filters.city'),
                currency: t('clients.filters.currency'),
                any: t('clients.filters.any'),
                apply: t('clients.filters.apply'),
                close: t('common.close'),
              }}
            />
          </FilterBar>
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
              bulk={
                mayWrite && (
                  <BulkArchive
                    restores={restores}
                    deed={(restores ? restoreClients : archiveClients).bind(null, business.slug)}
                    reverse={(restores ? archiveClients : restoreClients).bind(null, business.slug)}
                    words={{
                      button: t(restores ? 'clients.restore' : 'clients.archive'),
                      done: t(restores ? 'clients.restored' : 'clients.archived'),
                      undo: t('clients.undo'),
                      failed: t('clients.failed'),
                    }}
                  />
                )
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
                selectAll={mayWrite ? words.selectAll : undefined}
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

/** Each filter that is on, by name and in words. */
function activeFilters(ctx: StaffContext, filters: ClientFilters) {
  const { t, locale } = ctx;
  const { q, kind, country, city, currency } = filters;
  return [
    { name: 'q', label: t('clients.filters.q'), value: q },
    {
      name: 'kind',
      label: t('clients.filters.kind'),
      value: kind && t(kind === 'PERSON' ? 'clients.form.person' : 'clients.form.company'),
    },
    {
      name: 'country',
      label: t('clients.filters.country'),
      value: country && countryName(country, locale),
    },
    { name: 'city', label: t('clients.filters.city'), value: city },
    { name: 'currency', label: t('clients.filters.currency'), value: currency },
  ].flatMap(({ name, label, value }) => (value ? [{ name, label, value }] : []));
}

async function FirstClient({
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
