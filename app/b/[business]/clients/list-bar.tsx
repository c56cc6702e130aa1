import { ArrowDownWideNarrow, Download } from 'lucide-react';
import { SavedViewPart } from '@/components/members/saved-view-part';
import { ClientFilterDialog } from '@/components/parties/filter-dialog';
import { addressOf, listHref } from '@/components/parties/list-address';
import { Button, LinkButton } from '@/components/ui/button';
import { FilterBar, FilterChip, SearchBox } from '@/components/ui/filter-bar';
import { Menu } from '@/components/ui/menu';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import type { SavedViewRow } from '@/lib/members/saved-views';
import { CLIENT_SORTS, type ClientFilters, isNarrowed } from '@/lib/parties/list-filters';
import { countryName } from '@/lib/places/countries';
import { removeView, saveView } from '../actions';

/** Above the list: search, the filters that are on and a way to more, and at the end view, export and order. */
export function ClientListBar({
  ctx,
  filters,
  views,
  isEmpty,
}: {
  ctx: StaffContext;
  filters: ClientFilters;
  views: SavedViewRow[];
  isEmpty: boolean;
}) {
  const { t, locale, business } = ctx;
  const list = `/b/${business.slug}/clients`;
  const now = addressOf(filters);
  return (
    <FilterBar
      end={
        <>
          <SavedViewPart
            ctx={ctx}
            list="CLIENTS"
            query={listHref('', now).slice(1)}
            views={views}
            isNarrowed={isNarrowed(filters)}
            freshId={newId()}
            actions={{
              save: saveView.bind(null, business.slug),
              remove: removeView.bind(null, business.slug),
            }}
          />
          {!isEmpty && (
            <LinkButton
              variant="ghost"
              size="sm"
              icon={<Download />}
              href={listHref(`${list}/export`, now)}
              download
            >
              {t('clients.export.button')}
            </LinkButton>
          )}
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
        </>
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
          open: t('clients.filters.add'),
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
  );
}

/** Each filter that is on, by name and in words. */
export function activeFilters(ctx: StaffContext, filters: ClientFilters) {
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
