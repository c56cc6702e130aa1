import { Hourglass, Undo2 } from 'lucide-react';
import { methodName } from '@/lib/portal/method-name';
import type { PaymentRow, PaymentUnderWay } from '@/lib/portal/payments';
import { Money } from './money';
import { Pill } from './pill';
import type { Reader } from './reader';

/** Payments that arrived, each with its receipt, below those that are on their way. */
export function PaymentList({
  underWay,
  rows,
  base,
  reader,
}: {
  underWay: PaymentUnderWay[];
  rows: PaymentRow[];
  base: string;
  reader: Reader;
}) {
  const { t, f } = reader;
  return (
    <ul className="mt-2">
      {underWay.map(({ id, amount, currency, startedOn }) => (
        <li key={id} className="flex items-start gap-3 border-t border-line py-3">
          <div className="min-w-0 grow">
            <p>{t('portal.payments.fromBank')}</p>
            <p className="text-base text-ink-soft">{f.date(startedOn, 'short')}</p>
          </div>
          <div className="text-end">
            <p className="font-medium">
              <Money f={f} minor={amount} currency={currency} />
            </p>
            <Pill tone="processing" icon={<Hourglass aria-hidden="true" />}>
              {t('portal.state.processing')}
            </Pill>
          </div>
        </li>
      ))}
      {rows.map((row) => (
        <li key={row.id} className="flex items-start gap-3 border-t border-line py-3">
          <div className="min-w-0 grow">
            <p className="wrap-anywhere">
              <bdi lang={row.methodDetail ? 'en' : undefined}>
                {methodName(t, row.method, row.methodDetail)}
              </bdi>
            </p>
            <p className="text-base text-ink-soft">{f.date(row.receivedOn, 'short')}</p>
            {row.state !== 'received' && (
              <Pill tone="quiet" icon={<Undo2 aria-hidden="true" />}>
                {t(`portal.payments.state.${row.state}`)}
              </Pill>
            )}
          </div>
          <div className="text-end">
            <p className={`font-medium ${row.state === 'undone' ? 'line-through' : ''}`}>
              <Money f={f} minor={row.amount} currency={row.currency} />
            </p>
            <a
              className="link inline-flex min-h-7 items-center text-base"
              href={`${base}/payments/${row.id}`}
            >
              {t('portal.payments.receipt')}
            </a>
          </div>
        </li>
      ))}
    </ul>
  );
}
