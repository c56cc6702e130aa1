import {
  type Account,
  type ApiObject,
  type Charge,
  type Intent,
  makeId,
  type PaymentTerms,
  type Session,
} from '@/lib/stripe/stand-in/world';

/** A PaymentIntent as Checkout makes it, at the client's first attempt. */
export function newIntent(
  account: Account,
  session: Session,
  terms: PaymentTerms,
  now: number,
): Intent {
  const id = makeId('pi_3');
  return {
    id,
    object: 'payment_intent',
    amount: session.amount_total,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: 'automatic_async',
    client_secret: makeId(`${id}_secret_`),
    confirmation_method: 'automatic',
    created: now,
    currency: session.currency,
    customer: session.customer,
    customer_account: null,
    description: terms.description,
    last_payment_error: null,
    latest_charge: null,
    livemode: account.livemode,
    metadata: { ...terms.metadata },
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_options: {},
    payment_method_types: session.payment_method_types,
    processing: null,
    receipt_email: terms.receiptEmail,
    setup_future_usage: null,
    shipping: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'requires_payment_method',
    transfer_data: null,
    transfer_group: null,
  };
}

/** A charge of an intent; `method` is a payment method type such as card or sepa_debit. */
export function newCharge(
  account: Account,
  intent: Intent,
  method: string,
  status: Charge['status'],
  payer: { email: string | null; name: string | null; last4: string },
  now: number,
): Charge {
  const id = makeId(method === 'card' ? 'ch_3' : 'py_3');
  const details =
    method === 'card'
      ? { brand: 'visa', country: 'US', exp_month: 12, exp_year: 2034, funding: 'credit' }
      : {};
  return {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: status === 'failed' ? 0 : intent.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: emptyAddress(), email: payer.email, name: payer.name, phone: null },
    calculated_statement_descriptor: 'PORTICO SIMULATION',
    captured: status !== 'failed',
    created: now,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: status === 'failed' ? 'card_declined' : null,
    failure_message: status === 'failed' ? 'Your card was declined.' : null,
    fraud_details: {},
    livemode: account.livemode,
    metadata: { ...(intent.metadata as Record<string, string>) },
    on_behalf_of: null,
    outcome: null,
    paid: status === 'succeeded',
    payment_intent: intent.id,
    payment_method: makeId('pm_1'),
    payment_method_details: { type: method, [method]: { ...details, last4: payer.last4 } },
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status,
    transfer_data: null,
    transfer_group: intent.transfer_group,
  };
}

/** A movement on the account's Stripe balance, settled in the charge's own currency. */
export function newBalanceTransaction(
  type: 'charge' | 'refund' | 'adjustment' | 'refund_failure',
  source: ApiObject,
  amount: number,
  fee: number,
  now: number,
): ApiObject & { created: number } {
  return {
    id: makeId('txn_3'),
    object: 'balance_transaction',
    amount,
    available_on: now + 2 * 86_400,
    balance_type: 'payments',
    created: now,
    currency: source.currency,
    description: null,
    exchange_rate: null,
    fee,
    fee_details: fee
      ? [
          {
            amount: fee,
            currency: source.currency,
            description: 'Stripe processing fees',
            type: 'stripe_fee',
          },
        ]
      : [],
    net: amount - fee,
    reporting_category: type === 'adjustment' ? 'dispute' : type,
    source: source.id,
    status: 'pending',
    type,
  };
}

export function emptyAddress(): Record<string, null> {
  return { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
}
