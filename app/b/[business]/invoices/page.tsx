import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { InvoiceFilterBar } from '@/components/invoices/invoice-filter-bar';
import { InvoiceListEmpty } from '@/components/invoices/invoice-list-empty';
import { InvoiceTable } from '@/components/invoices/invoice-table';
import { InvoiceTabs } from '@/components/invoices/invoice-tabs';
import { PageHeader } from '@/components/layout/page-header';
import { SavedViewPart, savedTabs } from '@/components/members/saved-view-part';
import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { MOST_IN_ZIP } from '@/lib/documents/zip';
import { MOST_CHOSEN } from '@/lib/invoices/chosen-invoices';
import { editorClient } from '@/lib/invoices/editor-data';
import {
  isFiltered,
  readInvoiceFilters,
  type SearchParams,
  writeInvoiceFilters,
} from '@/lib/invoices/list-filters';
import { invoiceListPage, invoiceSums, invoiceViewCounts } from '@/lib/invoices/queries';
import { beyondPage } from '@/lib/lists/whole-list';
import { savedViews } from '@/lib/members/saved-views';
import { staffPage } from '@/lib/pages/staff-page';
import { removeView, saveView } from '../actions';
import { sendMany, takeBackRound } from './[id]/send/actions';
import { chooseAllInvoices, markManySent } from './actions';

type Props = { params: Promise<{ business: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await staffPage(params, 'invoices.read');
  return { title: ctx.t('invoices.list.title') };
}

export default async function Page({ params, searchParams }: Props) {
  const ctx = await staffPage(params, 'invoices.read');
  const search = await searchParams;
  const filters = readInvoiceFilters(search, ctx.business.currency);
  const { t, f, locale } = ctx;
  const { slug } = ctx.business;
  const base = `/b/${slug}/invoices`;
  const [page, client, views] = await Promise.all([
    invoiceListPage(ctx, filters, [search.cursor].flat()[0]),
    filters.clientId ? editorClient(ctx, filters.clientId) : null,
    savedViews(ctx, 'INVOICES'),
  ]);
  const query = writeInvoiceFilters(filters);
  const href = (changes: Record<string, string>) => {
    const kept = Object.entries({ ...query, ...changes }).filter(([, value]) => value !== '');
    return kept.length > 0 ? `${base}?${new URLSearchParams(kept)}` : base;
  };
  const address = new URLSearchParams(query).toString();
  const saved = savedTabs(views, base, address);
  const isEmpty = page.rows.length === 0;
  const isNothingYet = isEmpty && filters.view === 'all' && !isFiltered(filters);
  const canWrite = ctx.may('invoices.write');
  const beyond = beyondPage(page, MOST_CHOSEN);
  return (
    <>
      <PageHeader
        title={t('invoices.list.title')}
        actions={
          canWrite &&
          !isNothingYet && (
            <LinkButton href={`${base}/new`} variant="primary" icon={<Plus />}>
              {t('invoices.list.create')}
            </LinkButton>
          )
        }
      />
      <Suspense
        fallback={<InvoiceTabs t={t} f={f} view={filters.view} base={base} saved={saved} />}
      >
        <CountedTabs ctx={ctx} base={base} view={filters.view} saved={saved} />
      </Suspense>
      {search.notice === 'noPdf' && (
        <div className="px-6 pt-3">
          <Notice tone="warn">{t('invoices.list.noPdf')}</Notice>
        </div>
      )}
      {search.notice === 'zip' && (
        <div className="px-6 pt-3">
          <Notice tone="warn">{t('documents.zip.howMany', { most: MOST_IN_ZIP })}</Notice>
        </div>
      )}
      {!isNothingYet && (
        <InvoiceFilterBar
          t={t}
          f={f}
          locale={locale}
          filters={filters}
          clientName={client?.name ?? null}
          today={ctx.today()}
          ownCurrency={ctx.business.currency}
          query={query}
          href={href}
          clientsUrl={`/b/${slug}/clients/suggest`}
          view={
            <SavedViewPart
              ctx={ctx}
              list="INVOICES"
              query={address}
              views={views}
              isNarrowed={isFiltered(filters)}
              freshId={newId()}
              actions={{
                save: saveView.bind(null, ctx.business.slug),
                remove: removeView.bind(null, ctx.business.slug),
              }}
            />
          }
        />
      )}
      {isEmpty ? (
        <InvoiceListEmpty
          t={t}
          base={base}
          clientsHref={`/b/${ctx.business.slug}/clients`}
          nothingYet={isNothingYet}
          canWrite={canWrite}
          dropHref={filters.view === 'all' ? base : `${base}?view=${filters.view}`}
          filtered={isFiltered(filters)}
        />
      ) : (
        <InvoiceTable
          t={t}
          f={f}
          locale={locale}
          page={page}
          sums={invoiceSums(ctx, filters)}
          base={base}
          newer={page.newer && href({ cursor: page.newer })}
          older={page.older && href({ cursor: page.older })}
          isFirst={!page.newer}
          every={
            beyond
              ? {
                  label: t('invoices.list.chooseAll', beyond),
                  load: chooseAllInvoices.bind(null, slug, { query: address }),
                }
              : undefined
          }
          markSent={canWrite ? markManySent.bind(null, slug) : undefined}
          sending={
            ctx.may('messages.send')
              ? { send: sendMany.bind(null, slug), takeBack: takeBackRound.bind(null, slug) }
              : undefined
          }
        />
      )}
    </>
  );
}

async function CountedTabs({
  ctx,
  base,
  view,
  saved,
}: {
  ctx: StaffContext;
  base: string;
  view: ReturnType<typeof readInvoiceFilters>['view'];
  saved: ReturnType<typeof savedTabs>;
}) {
  const counts = await invoiceViewCounts(ctx);
  return <InvoiceTabs t={ctx.t} f={ctx.f} view={view} base={base} counts={counts} saved={saved} />;
}
