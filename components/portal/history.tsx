import { Ban, CreditCard, Eye, FileCheck2, Hourglass, Landmark, Send, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { HistoryEvent } from '@/lib/portal/invoice';
import { methodWords } from '@/lib/portal/method-name';
import type { Reader } from './reader';

const ICONS = {
  issued: FileCheck2,
  mailed: Send,
  opened: Eye,
  openedByYou: Eye,
  underWay: Hourglass,
  voided: Ban,
  returned: Undo2,
};

/** What happened to an invoice, the newest first. */
export function History({
  events,
  currency,
  business,
  reader,
  id,
}: {
  events: HistoryEvent[];
  currency: string;
  business: string;
  reader: Reader;
  id: string;
}) {
  const { t, f } = reader;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-lg font-semibold">
        {t('portal.history.title')}
      </h2>
      <ol className="mt-2">
        {events.map((event, index) => {
          const last = index === events.length - 1;
          const Icon =
            event.kind === 'paid'
              ? event.method === 'CARD'
                ? CreditCard
                : Landmark
              : ICONS[event.kind];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, never reordered
            <li key={index} className="relative flex gap-3 pb-4">
              {!last && (
                <span className="absolute start-[.5625rem] top-7 bottom-0 border-s border-line" />
              )}
              <Icon className="mt-1 size-[1.125rem] shrink-0 text-ink-soft" aria-hidden="true" />
              <span className="min-w-0 text-base wrap-anywhere">
                <Sentence event={event} currency={currency} business={business} reader={reader} />
                <span className="block text-ink-soft">
                  {'on' in event ? f.date(event.on, 'long') : f.instant(event.at)}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Sentence({
  event,
  currency,
  business,
  reader,
}: {
  event: HistoryEvent;
  currency: string;
  business: string;
  reader: Reader;
}): ReactNode {
  const { t, f } = reader;
  if (event.kind === 'paid') {
    return t('portal.history.paid', {
      amount: f.money(event.amount, currency),
      method: methodWords(t, event.method, event.methodDetail),
    });
  }
  if (event.kind === 'returned') {
    return t(`portal.history.returned.${event.how}`, { amount: f.money(event.amount, currency) });
  }
  if (event.kind === 'mailed') {
    return (
      <>
        {t('portal.history.mailed')} <bdi dir="ltr">{event.to}</bdi>
      </>
    );
  }
  return t(`portal.history.${event.kind}`, { business });
}
