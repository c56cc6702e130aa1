import { Check, Hourglass, ReceiptText } from 'lucide-react';
import type { PortalInvoice } from '@/lib/portal/invoice';
import { PdfButton, StateCard } from './invoice-aside';
import { methodWords } from './method-name';
import { Money } from './money';
import { Pill } from './pill';
import type { Reader } from './reader';

type Props = { invoice: PortalInvoice; pdf: string; base: string; reader: Reader };

/** Above a paid invoice: that it is paid, when and how, and its papers. */
export function PaidCard({ invoice, pdf, base, reader }: Props) {
  const { t, f } = reader;
  const { facts, currency, payments } = invoice;
  const last = payments.at(-1);
  return (
    <StateCard
      pill={
        <Pill tone="paid" icon={<Check aria-hidden="true" />}>
          {t('portal.state.paid')}
        </Pill>
      }
      title={t('portal.paid.title')}
      buttons={
        <>
          {last && (
            <a className="btn max-sm:w-full" href={`${base}/payments/${last.id}`}>
              <ReceiptText className="size-5 shrink-0" aria-hidden="true" />
              {t('portal.payments.receipt')}
            </a>
          )}
          <PdfButton href={pdf} reader={reader} />
        </>
      }
    >
      <p className="mt-1 text-3xl leading-snug font-semibold">
        <Money f={f} minor={facts.totalAmount} currency={currency} />
      </p>
      {last && (
        <p className="mt-2 text-ink-soft">
          {t('portal.paid.received', {
            date: f.date(last.on, 'long'),
            method: methodWords(t, last.method, last.methodDetail),
          })}
        </p>
      )}
    </StateCard>
  );
}

/** Above an invoice whose payment a bank is still sending: how far it is, and that there is nothing to do. */
export function UnderWayCard({ invoice, pdf, reader }: Omit<Props, 'base'>) {
  const { t, f } = reader;
  const { facts, currency, underWaySince } = invoice;
  const date = f.date(underWaySince ?? reader.today(), 'short');
  const amount = f.money(facts.processingAmount, currency);
  return (
    <StateCard
      pill={
        <Pill tone="processing" icon={<Hourglass aria-hidden="true" />}>
          {t('portal.state.processing')}
        </Pill>
      }
      title={t('portal.underWay.title')}
      buttons={<PdfButton href={pdf} reader={reader} />}
    >
      <p className="mt-1 text-3xl leading-snug font-semibold">
        <Money f={f} minor={facts.processingAmount} currency={currency} />
      </p>
      <UnderWaySteps started={date} reader={reader} />
      <p className="mt-4 text-pretty">{t('portal.underWay.body', { amount, date })}</p>
      <p className="mt-2 text-base text-pretty text-ink-soft">{t('portal.underWay.wait')}</p>
    </StateCard>
  );
}

/** Started, with the bank, received. */
export function UnderWaySteps({ started, reader }: { started: string; reader: Reader }) {
  const { t } = reader;
  return (
    <ol className="mt-4 grid grid-cols-3 gap-1 text-base">
      <li className="border-t-4 border-processing pt-2">
        {t('portal.underWay.steps.started', { date: started })}
      </li>
      <li
        className="border-t-4 border-processing pt-2 font-medium text-processing"
        aria-current="step"
      >
        {t('portal.underWay.steps.withBank')}
      </li>
      <li className="border-t-4 border-line pt-2 text-ink-soft">
        {t('portal.underWay.steps.received')}
      </li>
    </ol>
  );
}
