import { Check, Hourglass, ReceiptText } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PortalInvoice } from '@/lib/portal/invoice';
import { methodWords } from '@/lib/portal/method-name';
import { PdfButton, StateCard } from './invoice-aside';
import { LeadMoney } from './money';
import { Pill } from './pill';
import type { Reader } from './reader';

/** Money that has arrived: how much, and what to do next. */
export function PaidCard({
  title,
  amount,
  currency,
  buttons,
  reader,
  children,
}: {
  title: string;
  amount: bigint;
  currency: string;
  buttons: ReactNode;
  reader: Reader;
  children: ReactNode;
}) {
  const { t, f } = reader;
  return (
    <StateCard
      pill={
        <Pill tone="paid" icon={<Check aria-hidden="true" />}>
          {t('portal.state.paid')}
        </Pill>
      }
      title={title}
      buttons={buttons}
    >
      <p className="mt-1 text-3xl leading-snug font-semibold">
        <LeadMoney f={f} minor={amount} currency={currency} />
      </p>
      {children}
    </StateCard>
  );
}

/** The way to a payment's receipt. */
export function ReceiptButton({ href, reader }: { href: string; reader: Reader }) {
  return (
    <a className="btn max-sm:w-full" href={href}>
      <ReceiptText className="size-5 shrink-0" aria-hidden="true" />
      {reader.t('portal.payments.receipt')}
    </a>
  );
}

type Props = { invoice: PortalInvoice; pdf: string; base: string; reader: Reader };

/** Above a paid invoice: that it is paid, when and how, and its papers. */
export function PaidInvoiceCard({ invoice, pdf, base, reader }: Props) {
  const { t, f } = reader;
  const { facts, currency, payments } = invoice;
  const last = payments.at(-1);
  return (
    <PaidCard
      title={t('portal.paid.title')}
      amount={facts.totalAmount}
      currency={currency}
      reader={reader}
      buttons={
        <>
          {last && <ReceiptButton href={`${base}/payments/${last.id}`} reader={reader} />}
          <PdfButton href={pdf} reader={reader} />
        </>
      }
    >
      {last && (
        <p className="mt-2 text-ink-soft">
          {t('portal.paid.received', {
            date: f.date(last.on, 'long'),
            method: methodWords(t, last.method, last.methodDetail),
          })}
        </p>
      )}
    </PaidCard>
  );
}

/**
 * A payment that a bank is still sending: how far it is, and that there is nothing to do. `rest` is what stays open on its
 * invoice besides.
 */
export function UnderWayCard({
  amount,
  currency,
  date,
  rest = 0n,
  buttons,
  reader,
}: {
  amount: bigint;
  currency: string;
  /** The day it was started, written out. */
  date: string;
  rest?: bigint;
  buttons: ReactNode;
  reader: Reader;
}) {
  const { t, f } = reader;
  return (
    <StateCard
      pill={
        <Pill tone="processing" icon={<Hourglass aria-hidden="true" />}>
          {t('portal.state.processing')}
        </Pill>
      }
      title={t('portal.underWay.title')}
      buttons={buttons}
    >
      <p className="mt-1 text-3xl leading-snug font-semibold">
        <LeadMoney f={f} minor={amount} currency={currency} />
      </p>
      <UnderWaySteps started={date} reader={reader} />
      <p className="mt-4 text-pretty">
        {t('portal.underWay.body', { amount: f.money(amount, currency), date })}
      </p>
      <p className="mt-2 text-base text-pretty text-ink-soft">{t('portal.underWay.wait')}</p>
      {rest > 0n && (
        <p className="mt-2 text-pretty">
          {t('portal.underWay.rest', { amount: f.money(rest, currency) })}
        </p>
      )}
    </StateCard>
  );
}

/** Started, with the bank, received. */
function UnderWaySteps({ started, reader }: { started: string; reader: Reader }) {
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
