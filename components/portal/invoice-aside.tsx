import { Ban, ChevronDown, CircleDashed, FileDown, Landmark } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PortalInvoice } from '@/lib/portal/invoice';
import { fromDbDate } from '@/lib/time/calendar-date';
import { type BankFact, BankList } from './bank-details';
import { LeadMoney } from './money';
import { InvoicePill, Pill } from './pill';
import type { Reader } from './reader';

/** Beside an invoice with something to pay: state, amount, the button, the PDF and where to send a transfer. */
export function PayAside({
  invoice,
  payButton,
  bank,
  pdf,
  history,
  reader,
}: {
  invoice: PortalInvoice;
  /** Null where no card is taken: then the bank details stand open. */
  payButton: ReactNode | null;
  bank: BankFact[];
  pdf: string;
  history: ReactNode;
  reader: Reader;
}) {
  const { t, f } = reader;
  const { facts, currency } = invoice;
  const dueOn = facts.dueOn ? fromDbDate(facts.dueOn) : null;
  return (
    <aside className="lg:order-2">
      <div className="lg:sticky lg:top-6">
        <p className="flex flex-wrap gap-2">
          <InvoicePill invoice={facts} reader={reader} />
          {facts.openAmount < facts.totalAmount && (
            <Pill tone="quiet" icon={<CircleDashed aria-hidden="true" />}>
              {t('portal.state.partPaid')}
            </Pill>
          )}
        </p>
        <p className="mt-3 text-ink-soft">{t('pdf.amountDue')}</p>
        <p className="text-4xl leading-[1.15] font-semibold lg:text-[2.5rem] ltr:tracking-tight">
          <LeadMoney f={f} minor={facts.openAmount} currency={currency} />
        </p>
        {dueOn && (
          <p className="mt-1 text-base text-ink-soft">
            {t('portal.invoice.dueOn', { date: f.date(dueOn, 'long') })}
          </p>
        )}
        {payButton && (
          <div className="no-print">
            {payButton}
            <p className="mt-2 text-base text-pretty text-ink-soft">
              {t('portal.invoice.payHint')}
            </p>
          </div>
        )}
        <div className="no-print mt-4 border-t border-line">
          <PdfLine href={pdf} size={invoice.pdfSize} reader={reader} />
          {bank.length > 0 && (
            <details className="border-b border-line" open={!payButton}>
              <summary className="flex min-h-12 items-center gap-3 hover:underline">
                <Landmark className="size-5 shrink-0 text-ink-soft" aria-hidden="true" />
                {t('portal.bank.title')}
                <ChevronDown className="ms-auto size-5 shrink-0 text-ink-soft" aria-hidden="true" />
              </summary>
              <BankList facts={bank} className="ps-8 pb-4 text-base" />
            </details>
          )}
        </div>
        <div className="mt-7 hidden lg:block">{history}</div>
      </div>
    </aside>
  );
}

function PdfLine({ href, size, reader }: { href: string; size: number | null; reader: Reader }) {
  return (
    <a
      href={href}
      className="flex min-h-12 items-center gap-3 border-b border-line hover:underline"
    >
      <FileDown className="size-5 shrink-0 text-ink-soft" aria-hidden="true" />
      {reader.t('portal.invoice.pdf')}
      {size !== null && (
        <span className="ms-auto text-base text-ink-soft">
          <bdi>{reader.f.fileSize(size)}</bdi>
        </span>
      )}
    </a>
  );
}

/** Above a void invoice: that it is void, since when and why. Nothing to pay, nothing in red. */
export function VoidCard({
  invoice,
  pdf,
  reader,
}: {
  invoice: PortalInvoice;
  pdf: string;
  reader: Reader;
}) {
  const { t, f } = reader;
  const { facts, voidReason } = invoice;
  return (
    <StateCard
      pill={
        <Pill tone="quiet" icon={<Ban aria-hidden="true" />}>
          {t('portal.state.void')}
        </Pill>
      }
      title={t('portal.voided.title')}
      buttons={<PdfButton href={pdf} reader={reader} />}
    >
      <p className="mt-2 text-pretty text-ink-soft">
        {t('portal.voided.body', {
          date: facts.voidedAt ? f.instantDate(facts.voidedAt, 'long') : '',
        })}
      </p>
      {voidReason && (
        <p className="mt-2 text-base text-ink-soft">
          {t('portal.voided.reason', { reason: `\u2068${voidReason}\u2069` })}
        </p>
      )}
    </StateCard>
  );
}

/** A state told at the top of its page: pill, sentence, what else, and quiet buttons. */
export function StateCard({
  pill,
  title,
  buttons,
  children,
}: {
  pill: ReactNode;
  title: string;
  buttons?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="card p-5 sm:p-8">
      <p>{pill}</p>
      <h1 className="mt-3 text-2xl leading-tight font-semibold ltr:tracking-tight">{title}</h1>
      {children}
      {buttons && <p className="no-print mt-5 flex flex-wrap gap-2">{buttons}</p>}
    </div>
  );
}

export function PdfButton({ href, reader }: { href: string; reader: Reader }) {
  return (
    <a className="btn max-sm:w-full" href={href}>
      <FileDown className="size-5 shrink-0" aria-hidden="true" />
      {reader.t('portal.invoice.pdf')}
    </a>
  );
}
