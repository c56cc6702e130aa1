import { cache } from 'react';
import type { StaffContext } from '@/lib/auth/context';

const STUCK_MS = 60_000;
const HOUR = 3_600_000;
/** Long after the last look a page that was left open gets by itself. */
const OUTCOME_LATE_MS = 4 * HOUR;
/** How long a debit that came back is called to mind while its invoice is open. */
const BOUNCED_MS = 14 * 24 * HOUR;

/** What needs a hand today. Each row is one sentence and a way to it; nothing that fails stays invisible. */
export type Attention = {
  failedMessages: number;
  undrawnInvoices: number;
  waitingMessages: number;
  stuckEvents: number;
  lateCheckouts: number;
  bouncedDebits: number;
  disputes: number;
  credits: number;
};

/**
 * Counts what needs a hand (bounded at 100 each): failed and waiting mails, papers that could not be drawn, webhooks not worked on, payment pages of
 * which Stripe has not said what became, debits that came back, disputes and inquiries under way, credit. Once a request:
 * the bell and the home page ask alike.
 */
export const attention = cache(async ({ db, now }: StaffContext): Promise<Attention> => {
  const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds);
  const stuck = ago(STUCK_MS);
  const take = 100;
  const [
    failedMessages,
    undrawnInvoices,
    waitingMessages,
    stuckEvents,
    lateCheckouts,
    bouncedDebits,
    disputes,
    credits,
  ] = await Promise.all([
    db.message.count({
      where: { state: { in: ['FAILED', 'UNCERTAIN'] }, settledAt: null },
      take,
    }),
    db.document.count({ where: { kind: 'INVOICE', pdfFailedAt: { not: null } }, take }),
    db.message.count({ where: { state: 'WAITING', sendAfter: { lt: stuck } }, take }),
    db.stripeEvent.count({ where: { processedAt: null, receivedAt: { lt: stuck } }, take }),
    db.checkout.count({ where: { state: 'OPEN', expiresAt: { lt: ago(OUTCOME_LATE_MS) } }, take }),
    db.checkout.count({
      where: {
        state: 'FAILED',
        // Without a page nobody has paid: opening it failed.
        stripeSessionId: { not: null },
        settledAt: { gt: ago(BOUNCED_MS) },
        items: { some: { document: { openAmount: { gt: 0n }, processingAmount: 0n } } },
      },
      take,
    }),
    db.dispute.count({ where: { phase: { in: ['INQUIRY', 'OPEN'] } }, take }),
    db.partyBalance.count({ where: { credit: { gt: 0n } }, take }),
  ]);
  return {
    failedMessages,
    undrawnInvoices,
    waitingMessages,
    stuckEvents,
    lateCheckouts,
    bouncedDebits,
    disputes,
    credits,
  };
});
