import { Ban, Check, Clock, ClockAlert, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { clientState } from '@/lib/portal/client-state';
import type { InvoiceRow } from '@/lib/portal/invoices';
import { daysBetween, fromDbDate } from '@/lib/time/calendar-date';
import type { Reader } from './reader';

const TONES = {
  due: 'bg-due-soft text-due',
  overdue: 'bg-overdue-soft text-overdue',
  processing: 'bg-processing-soft text-processing',
  paid: 'bg-paid-soft text-paid',
  quiet: 'bg-draft-soft text-draft',
};

/** A state: icon, word and colour, and the word carries the fact. */
export function Pill({
  tone,
  icon,
  children,
}: {
  tone: keyof typeof TONES;
  icon: ReactNode;
  children: ReactNode;
}) {
  return (
    <span className={`pill ${TONES[tone]}`}>
      {icon}
      {children}
    </span>
  );
}

type Facts = Parameters<typeof clientState>[0] & Partial<Pick<InvoiceRow, 'paidOn'>>;

/** How an invoice stands today, for its client. */
export function InvoicePill({ invoice, reader }: { invoice: Facts; reader: Reader }) {
  const { t, f } = reader;
  const today = reader.today();
  const dueOn = invoice.dueOn ? fromDbDate(invoice.dueOn) : null;
  switch (clientState(invoice, today)) {
    case 'void':
      return (
        <Pill tone="quiet" icon={<Ban aria-hidden="true" />}>
          {t('portal.state.void')}
        </Pill>
      );
    case 'paid':
      return (
        <Pill tone="paid" icon={<Check aria-hidden="true" />}>
          {invoice.paidOn
            ? t('portal.state.paidOn', { date: f.date(invoice.paidOn, 'short') })
            : t('portal.state.paid')}
        </Pill>
      );
    case 'processing':
      return (
        <Pill tone="processing" icon={<Hourglass aria-hidden="true" />}>
          {t('portal.state.processing')}
        </Pill>
      );
    case 'overdue':
      return (
        <Pill tone="overdue" icon={<ClockAlert aria-hidden="true" />}>
          {t('portal.state.overdue', { days: dueOn ? daysBetween(dueOn, today) : 0 })}
        </Pill>
      );
    default:
      return (
        <Pill tone="due" icon={<Clock aria-hidden="true" />}>
          {dueOn
            ? t('portal.state.dueIn', { days: daysBetween(today, dueOn) })
            : t('portal.state.open')}
        </Pill>
      );
  }
}
