import { Suspense } from 'react';
import { InvoiceStatePill } from '@/components/documents/invoice-state-pill';
import { Amount, Ltr } from '@/components/ui/amount';
import { currencySigns } from '@/components/ui/currency-signs';
import { Pager } from '@/components/ui/pager';
import { type EveryRow, RecordList } from '@/components/ui/record-list';
import { RecordTable } from '@/components/ui/record-table';
import { listWords } from '@/components/ui/words';
import type { ActionResult } from '@/lib/actions/result';
import type { Formatter } from '@/lib/i18n/format';
import type { Locale } from '@/lib/i18n/locale';
import { forms } from '@/lib/i18n/plural';
import type { T } from '@/lib/i18n/translate';
import type { InvoiceRow } from '@/lib/invoices/queries';
import type { RecordPage } from '@/lib/lists/record-list';
import type { BulkSendDeeds } from './bulk-send';
import { InvoiceBulk, type MarkSent } from './invoice-bulk';

type Sums = Promise<{ currency: string; total: bigint; open: bigint }[]>;

/** The invoices of one page, with the sums of everything filtered below them and what can be done with several. */
export function InvoiceTable({
  t,
  f,
  locale,
  page,
  sums,
  base,
  newer,
  older,
  isFirst,
  every,
  markSent,
  sending,
}: {
  t: T;
  f: Formatter;
  locale: Locale;
  page: RecordPage<InvoiceRow>;
  sums: Sums;
  base: string;
  newer: string | null;
  older: string | null;
  isFirst: boolean;
  /** Left out when the page shows them all. */
  every?: { label: string; load: () => Promise<ActionResult<EveryRow>> };
  markSent?: MarkSent;
  sending?: BulkSendDeeds;
}) {
  const words = listWords(t, locale);
  const money = (minor: bigint, currency: string) => (
    <Amount parts={f.moneyParts(minor, currency)} />
  );
  const { number, more } = page.count;
  const count = t('invoices.list.count', {
    count: number,
    more: more ? 'yes' : 'no',
    number: f.number(number),
  });
  return (
    <RecordList
      words={words}
      signs={currencySigns(
        page.rows.map((row) => row.currency),
        locale,
      )}
      sumTexts={{ open: t('invoices.list.openSum', { amount: '{amount}' }) }}
      every={every && { ...every, failed: t('common.failed') }}
      bulk={
        <InvoiceBulk
          locale={locale}
          zipUrl={`${base}/zip`}
          markSent={markSent}
          sending={sending}
          words={{
            download: t('invoices.list.download'),
            markSent: t('invoices.list.markSent'),
            failed: t('common.failed'),
            marked: forms(t, 'invoices.list.marked'),
            send: t('invoices.list.send'),
            title: forms(t, 'invoices.list.sendTitle'),
            body: t('invoices.list.sendBody'),
            hold: t('invoices.list.hold'),
            progress: t('invoices.list.progress', { done: '{done}', all: '{all}' }),
            stop: t('invoices.list.stop'),
            sent: forms(t, 'invoices.list.sent'),
            notSent: forms(t, 'invoices.list.notSent'),
            undo: t('mail.send.undo'),
            undone: t('mail.send.undone'),
            undoPart: forms(t, 'invoices.list.undoPart'),
            undoLate: t('mail.send.undoLate'),
            draft: t('documents.state.draft'),
            cancel: t('editor.actions.cancel'),
            close: t('common.close'),
          }}
        />
      }
      pager={
        <Pager
          range={
            isFirst
              ? t('invoices.list.range', {
                  last: page.rows.length,
                  count: `${f.number(number)}${more ? '+' : ''}`,
                })
              : count
          }
          newer={newer}
          older={older}
          words={words}
        />
      }
    >
      <RecordTable
        label={t('invoices.list.title')}
        selectAll={words.selectAll}
        columns={[
          { key: 'number', label: t('invoices.list.number'), fold: 'number' },
          { key: 'client', label: t('invoices.list.client'), kind: 'grow', fold: 'title' },
          { key: 'state', label: t('invoices.list.state'), fold: 'status' },
          { key: 'issued', label: t('invoices.list.issued'), kind: 'date', soft: true },
          { key: 'due', label: t('invoices.list.due'), kind: 'date', soft: true, fold: 'end-2' },
          { key: 'total', label: t('invoices.list.total'), kind: 'money', fold: 'end' },
          { key: 'open', label: t('invoices.list.open'), kind: 'money' },
        ]}
        rows={page.rows.map((row) => ({
          id: row.id,
          href: `${base}/${row.id}`,
          label: `${row.number ?? t('documents.state.draft')}, ${row.clientName}`,
          sums: [{ of: 'open', minor: String(row.open), currency: row.currency }],
          cells: {
            number: row.number ? (
              <Ltr className="font-medium">{row.number}</Ltr>
            ) : (
              <span className="text-ink-soft unfolded">{t('documents.state.draft')}</span>
            ),
            client: <span dir="auto">{row.clientName}</span>,
            state: <InvoiceStatePill t={t} state={row.state} days={row.daysOverdue} />,
            issued: row.issueOn && row.state !== 'draft' ? f.date(row.issueOn, 'short') : '',
            due: <Due row={row} f={f} />,
            total: (
              <span className={row.state === 'void' ? 'text-ink-soft line-through' : undefined}>
                {money(row.total, row.currency)}
              </span>
            ),
            open:
              row.state === 'draft' ? '' : <Open row={row}>{money(row.open, row.currency)}</Open>,
          },
        }))}
        foot={{
          number: count,
          total: (
            <Suspense fallback="…">
              <SumCell sums={sums} of="total" f={f} />
            </Suspense>
          ),
          open: (
            <Suspense fallback="…">
              <SumCell sums={sums} of="open" f={f} />
            </Suspense>
          ),
        }}
      />
    </RecordList>
  );
}

function Due({ row, f }: { row: InvoiceRow; f: Formatter }) {
  if (!row.dueOn || row.state === 'void' || row.state === 'draft') return null;
  return (
    <span className={row.state === 'overdue' ? 'late' : undefined}>
      {f.date(row.dueOn, 'short')}
    </span>
  );
}

function Open({ row, children }: { row: InvoiceRow; children: React.ReactNode }) {
  return <span className={row.open === 0n ? 'text-ink-soft' : 'font-medium'}>{children}</span>;
}

async function SumCell({ sums, of, f }: { sums: Sums; of: 'total' | 'open'; f: Formatter }) {
  const found = await sums;
  return (
    <div className="py-1.5">
      {found.map((sum) => (
        <div key={sum.currency}>
          <Amount parts={f.moneyParts(sum[of], sum.currency)} />
        </div>
      ))}
    </div>
  );
}
