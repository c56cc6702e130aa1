import { ApiRefusal, invalidParameter, noSuch } from '@/lib/stripe/stand-in/api-refusal';
import { checkStep, showAmount } from '@/lib/stripe/stand-in/currencies';
import type { createRefund } from '@/lib/stripe/stand-in/parameters';
import { newBalanceTransaction } from '@/lib/stripe/stand-in/payment-objects';
import type { ReadFields } from '@/lib/stripe/stand-in/rules';
import { emit, type Simulation } from '@/lib/stripe/stand-in/simulation';
import { type Account, type Charge, makeId, type Refund } from '@/lib/stripe/stand-in/world';

type CreateRefund = ReadFields<typeof createRefund>;

/**
 * POST /v1/refunds, or the same from the dashboard. A card's refund succeeds at once, a debit's stays
 * pending. Refuses more than is left, an unpaid charge, and a charge under a dispute.
 */
export function refundCharge(
  simulation: Simulation,
  account: Account,
  given: CreateRefund,
): Refund {
  const charge = chargeToRefund(account, given);
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) {
    throw new ApiRefusal(`Charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  }
  if (blockingDispute(account, charge)) {
    throw new ApiRefusal(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  const amount = given.amount ?? left;
  if (amount < 1) {
    throw invalidParameter('amount', 'Invalid positive integer', 'parameter_invalid_integer');
  }
  if (amount > left) {
    throw new ApiRefusal(
      `Refund amount (${showAmount(amount, charge.currency)}) is greater than unrefunded amount on charge (${showAmount(left, charge.currency)})`,
      { param: 'amount' },
    );
  }
  checkStep(amount, charge.currency, 'amount');
  const card = charge.id.startsWith('ch_');
  const refund = newRefund(charge, amount, card, given, simulation.now());
  const movement = newBalanceTransaction('refund', charge, -amount, 0, simulation.now());
  account.balanceTransactions[movement.id] = movement;
  refund.balance_transaction = movement.id;
  account.refunds[refund.id] = refund;
  countRefunds(charge, amount);
  emit(simulation, account, 'refund.created', refund);
  emit(simulation, account, 'charge.refunded', charge);
  return refund;
}

/** A pending refund reaches the client. */
export function settleRefund(simulation: Simulation, account: Account, refund: Refund): void {
  if (refund.status !== 'pending') throw new ApiRefusal(`Refund ${refund.id} is ${refund.status}.`);
  refund.status = 'succeeded';
  emit(simulation, account, 'refund.updated', refund);
  emit(simulation, account, 'charge.refund.updated', refund);
}

/** The client's bank sends a refund back; the money is the business's again. */
export function failRefund(simulation: Simulation, account: Account, refund: Refund): void {
  if (refund.status !== 'pending' && refund.status !== 'succeeded') {
    throw new ApiRefusal(`Refund ${refund.id} is ${refund.status}.`);
  }
  const charge = account.charges[refund.charge];
  if (!charge) throw new Error(`refund ${refund.id} has no charge`);
  const back = newBalanceTransaction('refund_failure', charge, refund.amount, 0, simulation.now());
  account.balanceTransactions[back.id] = back;
  refund.status = 'failed';
  refund.failure_reason = 'expired_or_canceled_card';
  refund.failure_balance_transaction = back.id;
  countRefunds(charge, -refund.amount);
  emit(simulation, account, 'refund.failed', refund);
  emit(simulation, account, 'refund.updated', refund);
  // the name that older endpoints know, for the same fact
  emit(simulation, account, 'charge.refund.updated', refund);
}

function chargeToRefund(account: Account, given: CreateRefund): Charge {
  if (given.currency !== undefined) {
    throw invalidParameter('currency', '`currency` is only for refunds of a customer balance.');
  }
  if (given.charge !== undefined && given.payment_intent !== undefined) {
    throw invalidParameter(
      'charge',
      'You may only specify one of these parameters: charge, payment_intent.',
    );
  }
  if (given.charge !== undefined) {
    const charge = own(account.charges, given.charge);
    if (!charge) throw noSuch('charge', given.charge, 'charge');
    return succeeded(charge, `Charge ${charge.id}`);
  }
  if (given.payment_intent === undefined) {
    throw invalidParameter(
      'payment_intent',
      'One of the following params should be provided for this request: payment_intent or charge.',
      'parameter_missing',
    );
  }
  const intent = own(account.intents, given.payment_intent);
  if (!intent) throw noSuch('payment_intent', given.payment_intent, 'payment_intent');
  return succeeded(
    own(account.charges, intent.latest_charge ?? ''),
    `PaymentIntent (${intent.id})`,
  );
}

function succeeded(charge: Charge | undefined, name: string): Charge {
  if (charge?.status === 'succeeded') return charge;
  throw new ApiRefusal(`This ${name} does not have a successful charge to refund.`, {
    code: 'payment_intent_unexpected_state',
  });
}

function blockingDispute(account: Account, charge: Charge): boolean {
  return Object.values(account.disputes).some(
    (dispute) => dispute.charge === charge.id && !dispute.is_charge_refundable,
  );
}

function countRefunds(charge: Charge, change: number): void {
  charge.amount_refunded += change;
  charge.refunded = charge.amount_refunded === charge.amount;
}

function newRefund(
  charge: Charge,
  amount: number,
  card: boolean,
  given: CreateRefund,
  now: number,
): Refund {
  return {
    id: makeId(card ? 're_3' : 'pyr_3'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: now,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: card ? { card: { type: 'refund' }, type: 'card' } : null,
    metadata: given.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    reason: given.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: card ? 'succeeded' : 'pending',
    transfer_reversal: null,
  };
}

function own<T>(shelf: Record<string, T>, id: string): T | undefined {
  return Object.hasOwn(shelf, id) ? shelf[id] : undefined;
}
