import { ArrowDownWideNarrow, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { PaymentFilterDialog } from '@/components/payments/filter-dialog';
import { PaymentList } from '@/components/payments/payment-list';
import { Button, LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar, FilterChip } from '@/components/ui/filter-bar';
import { Menu } from '@/components/ui/menu';
import { comboboxWords, dateWords } from '@/components/ui/words';
import type { StaffContext } from '@/lib/auth/context';
import { staffPage } from '@/lib/pages/staff-page';
import {
  isNarrowed,
  PAYMENT_FATES,
  PAYMENT_METHODS,
  PAYMENT_SORTS,
  type PaymentFilters,
  paymentFilterParams,
  readPaymentFilters,
  type SearchParams,
} from '@/lib/payments/list-filters';
import { paymentListPage, paymentSums } from '@/lib/payments/queries';
import { addDays, endOfMonth, startOfMonth, startOfYear } from '@/lib/time/calendar-date';

type Props = { params: Promise<{ business: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ctx = await staffPage(params, 'payments.read');
  return { title: ctx.t('payments.list.title') };
}

export default async function Page({ params, searchParams }: Props) {
  const ctx = await staffPage(params, 'payments.read');
  const { t, f, locale, business } = ctx;
  const search = await searchParams;
  const filters = readPaymentFilters(search);
  const [page, client] = await Promise.all([
    paymentListPage(ctx, filters, [search.cursor].flat()[0]),
    filters.clientId
      ? ctx.db.party.findUnique({ where: ctx.key(filters.clientId), select: { displayName: true } })
      : null,
  ]);
  const base = `/b/${business.slug}/payments`;
  const now = Object.fromEntries(paymentFilterParams(filters));
  const href = (changes: Record<string, string>) => {
    const kept = Object.entries({ ...now, ...changes }).filter(([, value]) => value !== '');
    return kept.length > 0 ? `${base}?${new URLSearchParams(kept)}` : base;
  };
  const isEmpty = page.rows.length === 0;
  const isNothingYet = isEmpty && !isNarrowed(filters);
  const record = ctx.may('payments.record') && (
    <LinkButton href={`${base}/new`} variant="primary" icon={<Plus />}>
      {t('payments.list.record')}
    </LinkButton>
  );
  if (isNothingYet) {
    return (
      <>
        <PageHeader title={t('payments.list.title')} />
        <EmptyState
          title={t('payments.list.empty.title')}
          body={t('payments.list.empty.body')}
          actions={record}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('payments.list.title')} actions={record} />
      <FilterBar
        end={
          <Menu
            trigger={
              <Button variant="ghost" size="sm" icon={<ArrowDownWideNarrow />}>
                {t(`payments.list.sort.${filters.sort}`)}
              </Button>
            }
            items={PAYMENT_SORTS.map((sort) => ({
              label: t(`payments.list.sort.${sort}`),
              href: href({ sort: sort === 'newest' ? '' : sort }),
            }))}
          />
        }
      >
        {timeChoices(ctx, filters).map(({ label, from, to, on }) => (
          <FilterChip
            key={label}
            href={href(on ? { from: '', to: '' } : { from, to })}
            label={label}
            on={on}
          />
        ))}
        {chips(ctx, filters, client?.displayName ?? null).map(({ drop, label }) => (
          <FilterChip
            key={label}
            href={href(drop)}
            value={label}
            on
            removeLabel={t('payments.list.filters.remove')}
          />
        ))}
        <PaymentFilterDialog
          locale={locale}
          list={base}
          now={now}
          clientName={client?.displayName ?? null}
          clientsUrl={`/b/${business.slug}/clients/suggest`}
          methods={PAYMENT_METHODS.map((value) => ({
            value,
            label: t(`payments.methods.${value}`),
          }))}
          fates={PAYMENT_FATES.map((value) => ({
            value,
            label: t(`payments.list.fates.${value}`),
          }))}
          words={filterWords(ctx)}
        />
      </FilterBar>
      {isEmpty ? (
        <EmptyState
          title={t('payments.list.none.title')}
          body={t('payments.list.none.body')}
          actions={<LinkButton href={base}>{t('payments.list.filters.clear')}</LinkButton>}
        />
      ) : (
        <PaymentList
          t={t}
          f={f}
          locale={locale}
          page={page}
          sums={paymentSums(ctx, filters)}
          base={base}
          newer={page.newer && href({ cursor: page.newer })}
          older={page.older && href({ cursor: page.older })}
        />
      )}
    </>
  );
}

/** The times asked for most, as one press each. */
function timeChoices(ctx: StaffContext, filters: PaymentFilters) {
  const { t } = ctx;
  const today = ctx.today();
  const lastMonth = addDays(startOfMonth(today), -1);
  return [
    {
      label: t('payments.list.filters.thisMonth'),
      from: startOfMonth(today),
      to: endOfMonth(today),
    },
    { label: t('payments.list.filters.lastMonth'), from: startOfMonth(lastMonth), to: lastMonth },
    { label: t('payments.list.filters.thisYear'), from: startOfYear(today), to: today },
  ].map((time) => ({ ...time, on: time.from === filters.from && time.to === filters.to }));
}

/** Each filter that is on in words, and what of the address drops it. */
function chips(ctx: StaffContext, filters: PaymentFilters, clientName: string | null) {
  const { t, f } = ctx;
  const { methods, fate, clientId, currency, from, to } = filters;
  const isChoice = timeChoices(ctx, filters).some(({ on }) => on);
  const found: { drop: Record<string, string>; label: string }[] = [];
  if (clientId) found.push({ drop: { client: '' }, label: clientName ?? '…' });
  if (from && !isChoice) {
    found.push({
      drop: { from: '' },
      label: t('payments.list.filters.since', { date: f.date(from) }),
    });
  }
  if (to && !isChoice) {
    found.push({ drop: { to: '' }, label: t('payments.list.filters.until', { date: f.date(to) }) });
  }
  for (const method of methods) {
    const others = methods.filter((other) => other !== method);
    found.push({ drop: { method: others.join(',') }, label: t(`payments.methods.${method}`) });
  }
  if (fate) found.push({ drop: { fate: '' }, label: t(`payments.list.fates.${fate}`) });
  if (currency) found.push({ drop: { currency: '' }, label: currency });
  return found;
}

function filterWords({ t }: StaffContext) {
  const { pickLabel, invalidLabel } = dateWords(t);
  return {
    open: t('payments.list.filters.open'),
    title: t('payments.list.filters.title'),
    close: t('common.close'),
    client: t('payments.list.filters.client'),
    anyClient: t('payments.list.filters.anyClient'),
    from: t('payments.list.filters.from'),
    to: t('payments.list.filters.to'),
    pickDate: pickLabel,
    invalidDate: invalidLabel,
    methods: t('payments.list.filters.methods'),
    fate: t('payments.list.filters.fate'),
    anyFate: t('payments.list.filters.anyFate'),
    currency: t('payments.list.filters.currency'),
    anyCurrency: t('payments.list.filters.anyCurrency'),
    apply: t('payments.list.filters.apply'),
    lookup: comboboxWords(t),
  };
}
