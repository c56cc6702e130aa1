import { StatusPill, type StatusTone } from '@/components/ui/status-pill';
import type { InvoiceState } from '@/lib/documents/status';
import type { T } from '@/lib/i18n/translate';

const TONES: Record<InvoiceState, StatusTone> = {
  draft: 'draft',
  unsent: 'due',
  due: 'due',
  partPaid: 'part',
  overdue: 'overdue',
  processing: 'processing',
  paid: 'paid',
  void: 'void',
};

/** What an invoice is today, in the language of `t`; an overdue one says for how long when `days` is given. */
export function InvoiceStatePill({
  t,
  state,
  days = 0,
}: {
  t: T;
  state: InvoiceState;
  days?: number;
}) {
  return (
    <StatusPill tone={TONES[state]}>
      {state === 'overdue' && days > 0
        ? t('documents.overdueDays', { days })
        : t(`documents.state.${state}`)}
    </StatusPill>
  );
}
