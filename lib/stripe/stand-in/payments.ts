import { ApiRefusal } from '@/lib/stripe/stand-in/api-refusal';
import { newCustomer } from '@/lib/stripe/stand-in/customers';
import { delayedMethod } from '@/lib/stripe/stand-in/methods';
import {
  emptyAddress,
  newBalanceTransaction,
  newCharge,
  newIntent,
} from '@/lib/stripe/stand-in/payment-objects';
import { emit, type Simulation } from '@/lib/stripe/stand-in/simulation';
import type { Account, Charge, Intent, Session } from '@/lib/stripe/stand-in/world';

export interface Shopper {
  method: 'card' | 'debit';
  decline?: boolean;
  email?: string | null;
  name?: string | null;
  last4?: string;
}

/**
 * The client presses Pay on the hosted page. A card is paid at once, a debit leaves the session
 * complete but unpaid until `settlePayment` or `failPayment`, a declined card leaves it open.
 * Refuses a session that is not open, and a method the session does not offer.
 */
export function payWith(
  simulation: Simulation,
  account: Account,
  session: Session,
  shopper: Shopper,
): void {
  if (session.status !== 'open') {
    throw new ApiRefusal(`This Checkout Session is ${session.status} and cannot be paid.`);
  }
  const method = shopper.method === 'card' ? 'card' : delayedMethod(session.currency);
  if (!session.payment_method_types.includes(method)) {
    throw new ApiRefusal(`This Checkout Session does not offer ${method}.`);
  }
  const now = simulation.now();
  const intent = intentOf(simulation, account, session);
  const status = shopper.decline ? 'failed' : shopper.method === 'card' ? 'succeeded' : 'pending';
  const payer = {
    email: shopper.email ?? session.customer_email,
    name: shopper.name ?? null,
    last4: shopper.last4 ?? (shopper.method === 'card' ? '4242' : '3000'),
  };
  const charge = newCharge(account, intent, method, status, payer, now);
  account.charges[charge.id] = charge;
  intent.latest_charge = charge.id;
  if (status === 'failed') {
    refuseIntent(simulation, account, intent, charge, 'card_declined');
    return;
  }
  completeSession(session, payer);
  if (status === 'pending') {
    intent.status = 'processing';
    intent.payment_method = charge.payment_method;
    emit(simulation, account, 'charge.pending', charge);
    emit(simulation, account, 'payment_intent.processing', intent);
    emit(simulation, account, 'checkout.session.completed', session);
    return;
  }
  session.payment_status = 'paid';
  succeed(simulation, account, intent, charge);
  emit(simulation, account, 'checkout.session.completed', session);
  assessFee(simulation, account, charge);
}

/** A delayed payment arrives, days later. */
export function settlePayment(simulation: Simulation, account: Account, session: Session): void {
  const { intent, charge } = processing(account, session);
  session.payment_status = 'paid';
  charge.status = 'succeeded';
  charge.paid = true;
  succeed(simulation, account, intent, charge);
  emit(simulation, account, 'checkout.session.async_payment_succeeded', session);
  assessFee(simulation, account, charge);
}

/** A delayed payment bounces. */
export function failPayment(simulation: Simulation, account: Account, session: Session): void {
  const { intent, charge } = processing(account, session);
  charge.status = 'failed';
  refuseIntent(simulation, account, intent, charge, 'insufficient_funds');
  emit(simulation, account, 'checkout.session.async_payment_failed', session);
}

function processing(account: Account, session: Session): { intent: Intent; charge: Charge } {
  const intent = account.intents[session.payment_intent ?? ''];
  const charge = account.charges[intent?.latest_charge ?? ''];
  if (intent?.status !== 'processing' || !charge) {
    throw new ApiRefusal('This Checkout Session has no payment on its way.');
  }
  return { intent, charge };
}

/** Checkout makes the PaymentIntent at the first attempt; a session just opened has none. */
function intentOf(simulation: Simulation, account: Account, session: Session): Intent {
  const known = account.intents[session.payment_intent ?? ''];
  if (known) return known;
  const terms = account.terms[session.id];
  if (!terms) throw new Error(`no payment terms kept for ${session.id}`);
  if (terms.createCustomer && !session.customer) {
    const customer = newCustomer(account, { email: session.customer_email }, simulation.now());
    account.customers[customer.id] = customer;
    session.customer = customer.id;
    emit(simulation, account, 'customer.created', customer);
  }
  const intent = newIntent(account, session, terms, simulation.now());
  account.intents[intent.id] = intent;
  session.payment_intent = intent.id;
  emit(simulation, account, 'payment_intent.created', intent);
  return intent;
}

function completeSession(
  session: Session,
  payer: { email: string | null; name: string | null },
): void {
  session.status = 'complete';
  session.url = null;
  session.customer_details = {
    address: emptyAddress(),
    business_name: null,
    email: payer.email,
    individual_name: null,
    name: payer.name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  };
}

function succeed(simulation: Simulation, account: Account, intent: Intent, charge: Charge): void {
  intent.status = 'succeeded';
  intent.amount_received = intent.amount;
  intent.payment_method = charge.payment_method;
  intent.last_payment_error = null;
  emit(simulation, account, 'charge.succeeded', charge);
  emit(simulation, account, 'payment_intent.succeeded', intent);
}

function refuseIntent(
  simulation: Simulation,
  account: Account,
  intent: Intent,
  charge: Charge,
  code: string,
): void {
  charge.paid = false;
  charge.failure_code = code;
  intent.status = 'requires_payment_method';
  intent.last_payment_error = {
    charge: charge.id,
    code,
    message: 'The payment was declined.',
    type: 'card_error',
  };
  emit(simulation, account, 'charge.failed', charge);
  emit(simulation, account, 'payment_intent.payment_failed', intent);
}

/** With asynchronous capture the fee is known only after the events of the payment have gone out. */
function assessFee(simulation: Simulation, account: Account, charge: Charge): void {
  const fee = Math.min(charge.amount, Math.round(charge.amount * 0.015) + 25);
  const movement = newBalanceTransaction('charge', charge, charge.amount, fee, simulation.now());
  account.balanceTransactions[movement.id] = movement;
  charge.balance_transaction = movement.id;
  emit(simulation, account, 'charge.updated', charge);
}
