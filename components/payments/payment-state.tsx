import { StatusPill, type StatusTone } from '@/components/ui/status-pill';
import type { T } from '@/lib/i18n/translate';
import type { PaymentState } from '@/lib/payments/status';

const TONES: Record<PaymentState, StatusTone> = {
  received: 'paid',
  partRefunded: 'part',
  refunded: 'void',
  disputed: 'overdue',
  undone: 'void',
};

/** What a payment is called today: icon, word and colour. */
export function PaymentStatePill({ t, state }: { t: T; state: PaymentState }) {
  return <StatusPill tone={TONES[state]}>{t(`payments.states.${state}`)}</StatusPill>;
}
