import Stripe from 'stripe';
import type { PaymentMethod } from '@/lib/db/generated/client';
import { fromStripeAmount } from '@/lib/money/stripe-amount';

/** What Stripe says has become of a session. Amounts in our minor units, decoded with the currency of Stripe's own object. */
export type SessionOutcome = { kind: 'open' | 'processing' | 'failed' | 'expired' } | PaidOutcome;

export type PaidOutcome = {
  kind: 'paid';
  intentId: string;
  amount: bigint;
  currency: string;
  method: PaymentMethod;
  methodDetail: string;
  /** When the money was taken; null when it is on its way for days and only the day it arrived counts. */
  takenAt: Date | null;
  /** Whether some of it has been refunded or disputed already. */
  touched: boolean;
};

/**
 * Asks Stripe for a session. "Complete" is not "paid": a delayed method is processing until its payment has succeeded.
 * A session that its own account no longer knows can never be paid: 'failed'.
 */
export async function readSession(stripe: Stripe, sessionId: string): Promise<SessionOutcome> {
  let session: Stripe.Checkout.Session;
  try {
    session = await stripe.checkout.sessions.retrieve(sessionId, {
      expand: ['payment_intent.latest_charge'],
    });
  } catch (error) {
    if (isUnknownToStripe(error)) return { kind: 'failed' };
    throw error;
  }
  const intent = session.payment_intent;
  if (session.payment_status === 'paid') {
    if (!intent || typeof intent === 'string') throw new Error(`${sessionId} is paid by nothing`);
    return paidOutcome(intent);
  }
  if (session.status === 'open') return { kind: 'open' };
  if (session.status === 'expired') return { kind: 'expired' };
  const bounced =
    intent &&
    typeof intent !== 'string' &&
    ['requires_payment_method', 'canceled'].includes(intent.status);
  return { kind: bounced ? 'failed' : 'processing' };
}

/** Whether Stripe answered that this account has no such object. */
export function isUnknownToStripe(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeInvalidRequestError && error.code === 'resource_missing'
  );
}

function paidOutcome(intent: Stripe.PaymentIntent): PaidOutcome {
  const charge = typeof intent.latest_charge === 'string' ? null : intent.latest_charge;
  const details = charge?.payment_method_details;
  const type = details?.type ?? '';
  const method = methodOf(type);
  return {
    kind: 'paid',
    intentId: intent.id,
    amount: fromStripeAmount(intent.amount_received, intent.currency),
    currency: intent.currency.toUpperCase(),
    method,
    methodDetail: detailOf(type, details),
    takenAt: charge && method === 'CARD' ? new Date(charge.created * 1000) : null,
    touched: Boolean(charge && (charge.amount_refunded > 0 || charge.disputed)),
  };
}

const DEBITS = new Set(['us_bank_account', 'nz_bank_account', 'payto']);

function methodOf(type: string): PaymentMethod {
  if (type === 'card' || type === 'card_present') return 'CARD';
  if (type.endsWith('_debit') || DEBITS.has(type)) return 'BANK_DEBIT';
  if (type === 'customer_balance') return 'BANK_TRANSFER';
  return 'OTHER';
}

/** 'Visa •• 4242', 'SEPA •• 3000', 'iDEAL': the names people know from their statements. */
function detailOf(
  type: string,
  details: Stripe.Charge.PaymentMethodDetails | null | undefined,
): string {
  const own = (details as Record<string, unknown> | null | undefined)?.[type];
  const { brand, last4 } = (own ?? {}) as { brand?: unknown; last4?: unknown };
  const name = NAMES[String(brand ?? '')] ?? NAMES[type] ?? plain(String(brand ?? type));
  return typeof last4 === 'string' && last4 ? `${name} •• ${last4}`.trim() : name;
}

const NAMES: Record<string, string> = {
  acss_debit: 'PAD',
  amex: 'American Express',
  au_becs_debit: 'BECS',
  bacs_debit: 'Bacs',
  cartes_bancaires: 'Cartes Bancaires',
  customer_balance: '',
  diners: 'Diners Club',
  ideal: 'iDEAL',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  nz_bank_account: 'BECS NZ',
  p24: 'Przelewy24',
  paypal: 'PayPal',
  sepa_debit: 'SEPA',
  unionpay: 'UnionPay',
  us_bank_account: 'ACH',
  visa: 'Visa',
  wechat_pay: 'WeChat Pay',
};

function plain(type: string): string {
  const words = type.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
