import {
  chargeChanged,
  checkoutChanged,
  disputeChanged,
  intentChanged,
  refundChanged,
  type StripeEventHandler,
} from '@/lib/payments/stripe-events';

/** Which events of Stripe's are worked on, and by what; every other type is noted and left alone. */
const EVENT_TABLE: Record<string, StripeEventHandler> = {
  'checkout.session.completed': checkoutChanged,
  'checkout.session.async_payment_succeeded': checkoutChanged,
  'checkout.session.async_payment_failed': checkoutChanged,
  'checkout.session.expired': checkoutChanged,
  'payment_intent.processing': intentChanged,
  'payment_intent.succeeded': intentChanged,
  'payment_intent.payment_failed': intentChanged,
  'payment_intent.canceled': intentChanged,
  'charge.refunded': chargeChanged,
  'charge.refund.updated': refundChanged,
  'refund.created': refundChanged,
  'refund.updated': refundChanged,
  'refund.failed': refundChanged,
  'charge.dispute.created': disputeChanged,
  'charge.dispute.updated': disputeChanged,
  'charge.dispute.closed': disputeChanged,
  'charge.dispute.funds_withdrawn': disputeChanged,
  'charge.dispute.funds_reinstated': disputeChanged,
};

/** The handler of an event type, or null for one that does not concern us. */
export function stripeEventHandler(type: string): StripeEventHandler | null {
  return Object.hasOwn(EVENT_TABLE, type) ? (EVENT_TABLE[type] ?? null) : null;
}
