import { PaymentStatePill } from '@/components/payments/payment-state';
import { Amount, Ltr } from '@/components/ui/amount';
import { RecordTable } from '@/components/ui/record-table';
import type { Formatter } from '@/lib/i18n/format';
import type { T } from '@/lib/i18n/translate';
import type { PaymentRow } from '@/lib/payments/queries';

/** What a client has paid, and what each payment settled. */
export function ClientPayments({
  rows,
  base,
  t,
  f,
}: {
  rows: PaymentRow[];
  base: string;
  t: T;
  f: Formatter;
}) {
  return (
    <RecordTable
      label={t('clients.tabs.payments')}
      columns={[
        { key: 'settles', label: t('clients.payments.settles'), kind: 'grow', fold: 'title' },
        { key: 'state', label: t('clients.documents.status'), fold: 'status' },
        { key: 'method', label: t('clients.payments.method'), soft: true, fold: 'number' },
        { key: 'reference', label: t('clients.payments.reference'), soft: true },
        { key: 'receivedOn', label: t('clients.payments.receivedOn'), soft: true, fold: 'end-2' },
        { key: 'amount', label: t('clients.payments.amount'), kind: 'money', fold: 'end' },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        href: `${base}/payments/${row.id}`,
        label: f.money(row.amount, row.currency),
        cells: {
          settles:
            row.settles.length > 0 ? (
              <Ltr className="font-medium">
                {row.settles.map(({ number }) => number).join(', ')}
              </Ltr>
            ) : (
              t('clients.payments.credit')
            ),
          state: <PaymentStatePill t={t} state={row.state} />,
          method: t(`payments.methods.${row.method}`),
          reference: <bdi>{row.reference}</bdi>,
          receivedOn: f.date(row.receivedOn, 'short'),
          amount: (
            <span className={row.state === 'undone' ? 'line-through' : undefined}>
              <Amount parts={f.moneyParts(row.amount, row.currency)} />
            </span>
          ),
        },
      }))}
    />
  );
}
