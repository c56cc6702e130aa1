import { Suspense } from 'react';
import { Amount, Ltr } from '@/components/ui/amount';
import { Pager } from '@/components/ui/pager';
import { RecordList } from '@/components/ui/record-list';
import { RecordTable } from '@/components/ui/record-table';
import { listWords } from '@/components/ui/words';
import type { Formatter } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import type { T } from '@/lib/i18n/translate';
import type { RecordPage } from '@/lib/lists/record-list';
import type { PaymentRow } from '@/lib/payments/queries';
import { PaymentStatePill } from './payment-state';

type Sums = Promise<{ currency: string; amount: bigint; taken: bigint }[]>;

/** One page of payments; below it the sums of everything filtered, a line for each currency. */
export function PaymentList({
  t,
  f,
  locale,
  page,
  sums,
  base,
  newer,
  older,
}: {
  t: T;
  f: Formatter;
  locale: Locale;
  page: RecordPage<PaymentRow>;
  sums: Sums;
  /** The address of the payments of this business. */
  base: string;
  newer: string | null;
  older: string | null;
}) {
  const words = listWords(t, locale);
  const { number, more } = page.count;
  const range = more
    ? t('payments.list.rangeMore', { count: f.number(number) })
    : t('payments.list.range', { count: number });
  return (
    <RecordList
      words={words}
      pager={<Pager range={range} newer={newer} older={older} words={words} />}
    >
      <RecordTable
        label={t('payments.list.title')}
        columns={[
          { key: 'client', label: t('payments.list.columns.client'), kind: 'grow', fold: 'title' },
          { key: 'settles', label: t('payments.list.columns.settles'), fold: 'number' },
          { key: 'state', label: t('payments.list.columns.state'), fold: 'status' },
          { key: 'method', label: t('payments.list.columns.method'), soft: true },
          { key: 'reference', label: t('payments.list.columns.reference'), soft: true },
          {
            key: 'date',
            label: t('payments.list.columns.date'),
            kind: 'date',
            soft: true,
            fold: 'end-2',
          },
          { key: 'credit', label: t('payments.list.columns.credit'), kind: 'money' },
          { key: 'amount', label: t('payments.list.columns.amount'), kind: 'money', fold: 'end' },
        ]}
        rows={page.rows.map((row) => ({
          id: row.id,
          href: `${base}/${row.id}`,
          label: t('payments.list.rowLabel', {
            amount: f.money(row.amount, row.currency),
            client: row.clientName,
            date: f.date(row.receivedOn),
          }),
          cells: {
            client: <span dir="auto">{row.clientName}</span>,
            settles: <Settles t={t} row={row} />,
            state: <PaymentStatePill t={t} state={row.state} />,
            method: <Method t={t} row={row} />,
            reference: row.reference && (
              <bdi className="clip inline-block max-w-40 align-bottom">{row.reference}</bdi>
            ),
            date: f.date(row.receivedOn, 'short'),
            credit: row.credit > 0n && (
              <span className="font-medium">
                <Amount parts={f.moneyParts(row.credit, row.currency)} />
              </span>
            ),
            amount: (
              <span className={row.state === 'undone' ? 'text-ink-soft line-through' : undefined}>
                <Amount parts={f.moneyParts(row.amount, row.currency)} />
              </span>
            ),
          },
        }))}
        foot={{
          date: t('payments.list.sum'),
          amount: (
            <Suspense fallback="…">
              <SumCell sums={sums} t={t} f={f} />
            </Suspense>
          ),
        }}
      />
    </RecordList>
  );
}

function Method({ t, row }: { t: T; row: PaymentRow }) {
  return row.methodDetail ? <Ltr>{row.methodDetail}</Ltr> : t(`payments.methods.${row.method}`);
}

function Settles({ t, row }: { t: T; row: PaymentRow }) {
  const [first, ...others] = row.settles;
  if (!first) {
    return row.credit > 0n ? (
      <span className="text-ink-soft">{t('payments.list.onAccount')}</span>
    ) : null;
  }
  return (
    <Ltr className="whitespace-nowrap">
      <span className="font-medium">{first.number}</span>
      {others.length > 0 && <span className="text-ink-soft"> +{others.length}</span>}
    </Ltr>
  );
}

async function SumCell({ sums, t, f }: { sums: Sums; t: T; f: Formatter }) {
  const found = await sums;
  return found.map(({ currency, amount, taken }) => (
    <div key={currency}>
      <Amount parts={f.moneyParts(amount, currency)} />
      {taken > 0n && (
        <div className="meta font-normal">
          {t('payments.list.sumTaken', { amount: f.money(taken, currency) })}
        </div>
      )}
    </div>
  ));
}
