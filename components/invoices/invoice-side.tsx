import Link from 'next/link';
import type { ReactNode } from 'react';
import { Panel } from '@/components/layout/section';
import { TimelineList } from '@/components/timeline/timeline-list';
import { Amount } from '@/components/ui/amount';
import { Facts } from '@/components/ui/facts';
import type { TimelinePage } from '@/lib/events/timeline';
import type { Formatter } from '@/lib/i18n/format';
import type { T } from '@/lib/i18n/translate';
import type { InvoiceView } from '@/lib/invoices/invoice-view';
import './desk.css';
import './invoice-page.css';

/** Beside the sealed paper: what is paid and open, the payments, when it was sent and read, and its history. */
export function InvoiceSide({
  t,
  f,
  base,
  invoice,
  history,
  credit,
}: {
  t: T;
  f: Formatter;
  base: string;
  invoice: InvoiceView;
  history: TimelinePage;
  /** The client's credit with a way to use it for this invoice; nothing without any. */
  credit: ReactNode;
}) {
  const money = (minor: bigint) => <Amount parts={f.moneyParts(minor, invoice.currency)} />;
  const late = invoice.state === 'overdue';
  return (
    <aside>
      <Panel title={t('invoices.page.money')}>
        <Facts
          facts={[
            { label: t('invoices.list.total'), value: money(invoice.total) },
            { label: t('invoices.page.paid'), value: money(invoice.paid) },
            {
              label: t('invoices.page.onItsWay'),
              value: invoice.processing > 0n ? money(invoice.processing) : null,
            },
            {
              label: t('invoices.list.open'),
              value: <b className="font-semibold">{money(invoice.open)}</b>,
              late,
            },
            {
              label: t('invoices.list.due'),
              value: invoice.dueOn && f.date(invoice.dueOn),
              late,
            },
          ]}
        />
        {credit && <div className="mt-3 flex items-center gap-3">{credit}</div>}
      </Panel>
      {invoice.payments.length > 0 && (
        <Panel title={t('invoices.page.payments')}>
          <ul className="flex flex-col gap-2 text-sm">
            {invoice.payments.map((payment) => (
              <li key={payment.id} className="flex items-baseline gap-2">
                <Link
                  href={`${base}/payments/${payment.id}`}
                  prefetch={false}
                  className="link min-w-0 flex-1"
                >
                  {f.date(payment.receivedOn)}
                </Link>
                <span className="meta">{t(`documents.method.${payment.method}`)}</span>
                {money(payment.amount)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t('invoices.page.reached')}>
        <Facts
          facts={[
            { label: t('invoices.list.issued'), value: invoice.issueOn && f.date(invoice.issueOn) },
            {
              label: t('invoices.page.sent'),
              value: invoice.sentAt ? f.instant(invoice.sentAt) : t('invoices.page.notSent'),
            },
            {
              label: t('invoices.page.read'),
              value: invoice.viewedAt ? f.instant(invoice.viewedAt) : t('invoices.page.notRead'),
            },
          ]}
        />
      </Panel>
      <section className="panel invoice-history" aria-label={t('invoices.page.history')}>
        <h2 className="panel-title">{t('invoices.page.history')}</h2>
        <TimelineList
          page={history}
          label={t('invoices.page.history')}
          empty={t('invoices.page.noHistory')}
        />
      </section>
    </aside>
  );
}
