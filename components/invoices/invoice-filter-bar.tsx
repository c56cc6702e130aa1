import { ArrowDownWideNarrow, Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { FilterBar, FilterChip, SearchBox } from '@/components/ui/filter-bar';
import { Menu } from '@/components/ui/menu';
import { INVOICE_SORTS } from '@/lib/invoices/list-filters';
import type { FilterBarProps } from './filter-bar-props';
import { FilterPanel } from './filter-panel';
import './invoice-list.css';

/** Search, the filters that are on (a press drops one), a way to add more, and the order. */
export function InvoiceFilterBar(props: FilterBarProps) {
  const { t, filters, query, href } = props;
  const { q: _q, ...keep } = query;
  return (
    <FilterBar
      end={
        <>
          {props.view}
          <Menu
            trigger={
              <Button variant="ghost" size="sm" icon={<ArrowDownWideNarrow />}>
                {t(`invoices.sort.${filters.sort}`)}
              </Button>
            }
            items={INVOICE_SORTS.map((sort) => ({
              label: t(`invoices.sort.${sort}`),
              href: href({ sort: sort === 'newest' ? '' : sort }),
              checked: sort === filters.sort,
            }))}
          />
        </>
      }
    >
      <SearchBox label={t('invoices.list.search')} value={filters.q} keep={keep} />
      {chips(props).map(({ drop, label, value }) => (
        <FilterChip
          key={label}
          href={href(Object.fromEntries(drop.map((name) => [name, ''])))}
          label={label}
          value={value}
          on
          removeLabel={t('invoices.filter.drop', { filter: label })}
        />
      ))}
      <details className="relative" name="invoice-filters">
        <summary className="chip add cursor-pointer list-none">
          <Plus className="icon icon-sm" aria-hidden="true" />
          {t('invoices.filter.add')}
        </summary>
        <FilterPanel {...props} />
      </details>
    </FilterBar>
  );
}

type Chip = { drop: string[]; label: string; value: string };

function chips({ t, f, filters, clientName }: FilterBarProps): Chip[] {
  const found: Chip[] = [];
  const range = (from: string | null, to: string | null): string | null => {
    if (from && to) return f.dateRange(from, to);
    if (from) return t('invoices.filter.since', { date: f.date(from, 'short') });
    return to ? t('invoices.filter.until', { date: f.date(to, 'short') }) : null;
  };
  const add = (drop: string[], label: string, value: string | null) => {
    if (value) found.push({ drop, label, value });
  };
  add(
    ['state'],
    t('invoices.list.state'),
    f.list(filters.states.map((state) => t(`documents.state.${state}`))),
  );
  add(['client'], t('invoices.list.client'), clientName);
  add(
    ['issuedFrom', 'issuedTo'],
    t('invoices.list.issued'),
    range(filters.issuedFrom, filters.issuedTo),
  );
  add(['dueFrom', 'dueTo'], t('invoices.list.due'), range(filters.dueFrom, filters.dueTo));
  const { least, most, currency } = filters;
  const money = (minor: bigint) => f.money(minor, currency ?? '');
  if (currency && (least !== null || most !== null)) {
    const value =
      least !== null && most !== null
        ? `${money(least)} – ${money(most)}`
        : least !== null
          ? t('invoices.filter.atLeast', { amount: money(least) })
          : t('invoices.filter.atMost', { amount: money(most ?? 0n) });
    add(['min', 'max', 'currency'], t('invoices.filter.amount'), value);
  } else add(['currency'], t('invoices.filter.currency'), currency);
  return found;
}
