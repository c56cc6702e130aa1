import { Amount, Ltr } from '@/components/ui/amount';
import { RecordTable } from '@/components/ui/record-table';
import type { Formatter } from '@/lib/i18n/format';
import type { T } from '@/lib/i18n/translate';
import type { PaymentRecord } from '@/lib/payments/payment-record';
import { fromDbDate } from '@/lib/time/calendar-date';

/** The invoices a payment settles, and how much of each. */
export function SettledInvoices({
  t,
  f,
  base,
  payment,
}: {
  t: T;
  f: Formatter;
  /** The address of the invoices of this business. */
  base: string;
  payment: PaymentRecord;
}) {
  const money = (minor: bigint) => <Amount parts={f.moneyParts(minor, payment.currency)} />;
  return (
    <RecordTable
      label={t('payments.page.documents')}
      columns={[
        { key: 'number', label: t('payments.page.columns.number'), kind: 'grow', fold: 'title' },
        {
          key: 'due',
          label: t('payments.page.columns.due'),
          kind: 'date',
          soft: true,
          fold: 'end-2',
        },
        { key: 'total', label: t('payments.page.columns.total'), kind: 'money', soft: true },
        { key: 'settled', label: t('payments.page.columns.settled'), kind: 'money', fold: 'end' },
      ]}
      rows={payment.allocations.map(({ amount, document }) => ({
        id: document.id,
        href: `${base}/${document.id}`,
        label: document.number ?? '',
        cells: {
          number: <Ltr className="font-medium">{document.number}</Ltr>,
          due: document.dueOn && f.date(fromDbDate(document.dueOn), 'short'),
          total: money(document.totalAmount),
          settled: <span className="font-medium">{money(amount)}</span>,
        },
      }))}
    />
  );
}
