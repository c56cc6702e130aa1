import { Package, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { ProductTable } from '@/components/products/product-table';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar, SearchBox } from '@/components/ui/filter-bar';
import { Tabs } from '@/components/ui/tabs';
import { staffPage } from '@/lib/pages/staff-page';
import { productListPage } from '@/lib/products/queries';

type Props = {
  params: Promise<{ business: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await staffPage(params, 'products.read');
  return { title: ctx.t('products.title') };
}

export default async function Page({ params, searchParams }: Props) {
  const ctx = await staffPage(params, 'products.read');
  const { t, f, locale } = ctx;
  const search = await searchParams;
  const text = (name: string) => [search[name]].flat()[0] ?? '';
  const q = text('q').trim().slice(0, 200);
  const archived = text('view') === 'archived';
  const page = await productListPage(ctx, { q, archived, cursor: text('cursor') });
  const base = `/b/${ctx.business.slug}/products`;
  const canWrite = ctx.may('products.write');
  const kept = { ...(archived ? { view: 'archived' } : {}), ...(q ? { q } : {}) };
  const href = (cursor: string | null) =>
    cursor && `${base}?${new URLSearchParams({ ...kept, cursor })}`;
  const create = (
    <LinkButton href={`${base}/new`} variant="primary" icon={<Plus />}>
      {t('products.create')}
    </LinkButton>
  );
  const isEmpty = page.rows.length === 0;
  const nothingYet = isEmpty && !q && !archived;
  return (
    <>
      <PageHeader title={t('products.title')} actions={canWrite && !nothingYet && create} />
      <Tabs
        label={t('products.views')}
        tabs={[
          { href: base, label: t('products.inUse'), current: !archived },
          { href: `${base}?view=archived`, label: t('products.archived'), current: archived },
        ]}
      />
      {!nothingYet && (
        <FilterBar>
          <SearchBox
            label={t('products.search')}
            value={q}
            keep={archived ? { view: 'archived' } : {}}
          />
        </FilterBar>
      )}
      {isEmpty ? (
        <EmptyState
          title={t(nothingYet ? 'products.empty' : 'products.noMatch')}
          body={nothingYet ? t('products.emptyBody') : undefined}
          actions={
            nothingYet ? (
              canWrite && create
            ) : (
              <LinkButton href={base} icon={<Package />}>
                {t('products.showAll')}
              </LinkButton>
            )
          }
        />
      ) : (
        <ProductTable
          t={t}
          f={f}
          locale={locale}
          page={page}
          base={base}
          newer={href(page.newer)}
          older={href(page.older)}
          canWrite={canWrite}
        />
      )}
    </>
  );
}
