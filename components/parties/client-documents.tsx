import { InvoiceStatePill } from '@/components/documents/invoice-state-pill';
import { Amount, Ltr } from '@/components/ui/amount';
import { RecordTable } from '@/components/ui/record-table';
import type { Formatter } from '@/lib/i18n/format';
import type { T } from '@/lib/i18n/translate';
import type { InvoiceRow } from '@/lib/invoices/queries';

/** A client's invoices with what became of each. `titles` says what each is about, by id. */
export function ClientDocuments({
  rows,
  titles,
  base,
  t,
  f,
}: {
  rows: InvoiceRow[];
  titles: ReadonlyMap<string, string>;
  base: string;
  t: T;
  f: Formatter;
}) {
  return (
    <RecordTable
      label={t('clients.tabs.documents')}
      columns={[
        { key: 'number', label: t('clients.documents.number'), fold: 'number' },
        { key: 'about', label: t('clients.documents.about'), kind: 'grow', fold: 'title' },
        { key: 'state', label: t('clients.documents.status'), fold: 'status' },
        { key: 'issueOn', label: t('clients.documents.issued'), soft: true },
        { key: 'dueOn', label: t('clients.documents.due'), soft: true, fold: 'end-2' },
        { key: 'total', label: t('clients.documents.total'), kind: 'money', fold: 'end' },
        { key: 'open', label: t('clients.documents.open'), kind: 'money' },
      ]}
      rows={rows.map((row) => {
        const late = row.state === 'overdue';
        return {
          id: row.id,
          href: `${base}/invoices/${row.id}`,
          label: row.number ?? t('documents.state.draft'),
          cells: {
            number: row.number ? (
              <Ltr className="font-medium">{row.number}</Ltr>
            ) : (
              <span className="soft unfolded">{t('documents.state.draft')}</span>
            ),
            about: <bdi>{titles.get(row.id) ?? ''}</bdi>,
            state: <InvoiceStatePill t={t} state={row.state} days={row.daysOverdue} />,
            issueOn: row.issueOn && f.date(row.issueOn, 'short'),
            dueOn: row.dueOn && row.state !== 'draft' && (
              <span className={late ? 'late' : undefined}>{f.date(row.dueOn, 'short')}</span>
            ),
            total: (
              <span className={row.state === 'void' ? 'line-through' : undefined}>
                <Amount parts={f.moneyParts(row.total, row.currency)} />
              </span>
            ),
            open: row.state !== 'draft' && (
              <span className={row.open > 0n ? 'font-medium' : 'soft'}>
                <Amount parts={f.moneyParts(row.open, row.currency)} />
              </span>
            ),
          },
        };
      })}
    />
  );
}
