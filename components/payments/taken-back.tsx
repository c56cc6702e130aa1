import { CircleAlert, CircleHelp, Undo2 } from 'lucide-react';
import { Timeline, type TimelineEvent } from '@/components/ui/timeline';
import type { Formatter } from '@/lib/i18n/format';
import type { T } from '@/lib/i18n/translate';
import type { PaymentRecord } from '@/lib/payments/payment-record';

const TONES = {
  inquiry: 'wait',
  open: 'bad',
  lost: 'bad',
  won: 'good',
  closed: undefined,
} as const;

/** Refunds as Stripe states them now, and what happened in disputes, oldest first. */
export function TakenBack({ t, f, payment }: { t: T; f: Formatter; payment: PaymentRecord }) {
  const { currency } = payment;
  const refunds: (TimelineEvent & { at: Date })[] = payment.refunds.map((refund) => ({
    id: refund.id,
    at: refund.createdAt,
    icon: <Undo2 className="icon" />,
    tone: refund.state === 'failed' ? 'bad' : refund.state === 'pending' ? 'wait' : undefined,
    body: (
      <>
        <b>{t('payments.page.refund', { amount: f.money(refund.amount, currency) })}</b>
        {' · '}
        {t(`payments.page.refundStates.${stateWord(refund.state)}`)}
      </>
    ),
    time: f.instantDate(refund.createdAt, 'short'),
    dateTime: refund.createdAt.toISOString(),
  }));
  const disputes: (TimelineEvent & { at: Date })[] = payment.disputes.map((dispute) => ({
    id: dispute.id,
    at: dispute.at,
    icon:
      dispute.phase === 'inquiry' ? (
        <CircleHelp className="icon" />
      ) : (
        <CircleAlert className="icon" />
      ),
    tone: TONES[dispute.phase],
    body: t(`payments.page.disputePhases.${dispute.phase}`, {
      amount: f.money(dispute.amount, currency),
    }),
    time: f.instantDate(dispute.at, 'short'),
    dateTime: dispute.at.toISOString(),
  }));
  const all = [...refunds, ...disputes].sort((a, b) => a.at.getTime() - b.at.getTime());
  return (
    <div className="px-6 max-md:px-4">
      <Timeline label={t('payments.page.refunds')} events={all} />
    </div>
  );
}

const REFUND_STATES = ['pending', 'succeeded', 'failed', 'canceled'] as const;

function stateWord(state: string) {
  return REFUND_STATES.find((known) => known === state) ?? 'other';
}
