import { ApiRefusal } from '@/lib/stripe/stand-in/api-refusal';
import { newBalanceTransaction } from '@/lib/stripe/stand-in/payment-objects';
import { emit, type Simulation } from '@/lib/stripe/stand-in/simulation';
import {
  type Account,
  type ApiObject,
  type Charge,
  type Dispute,
  makeId,
} from '@/lib/stripe/stand-in/world';

export interface DisputeTerms {
  /** Minor units; the whole charge when left out. */
  amount?: number;
  reason?: string;
  /** An inquiry asks first and moves no money. */
  inquiry?: boolean;
}

/** The client's bank questions a charge. Refuses a charge that was never paid or is disputed already. */
export function openDispute(
  simulation: Simulation,
  account: Account,
  charge: Charge,
  terms: DisputeTerms = {},
): Dispute {
  if (charge.status !== 'succeeded') throw new ApiRefusal(`Charge ${charge.id} was not paid.`);
  if (charge.disputed) throw new ApiRefusal(`Charge ${charge.id} is disputed already.`);
  const amount = terms.amount ?? charge.amount - charge.amount_refunded;
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > charge.amount) {
    throw new ApiRefusal('A dispute is about an amount between 1 and that of the charge.');
  }
  const now = simulation.now();
  const dispute: Dispute = {
    id: makeId('du_1'),
    object: 'dispute',
    amount,
    balance_transactions: [] as ApiObject[],
    charge: charge.id,
    created: now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: {},
    evidence_details: {
      due_by: now + 7 * 86_400,
      has_evidence: false,
      past_due: false,
      submission_count: 0,
    },
    is_charge_refundable: terms.inquiry === true,
    livemode: account.livemode,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason: terms.reason ?? 'fraudulent',
    status: terms.inquiry ? 'warning_needs_response' : 'needs_response',
  };
  account.disputes[dispute.id] = dispute;
  charge.disputed = true;
  emit(simulation, account, 'charge.dispute.created', dispute);
  if (!terms.inquiry) withdraw(simulation, account, dispute);
  return dispute;
}

/** An inquiry becomes a dispute, and the money leaves. */
export function escalateDispute(simulation: Simulation, account: Account, dispute: Dispute): void {
  if (dispute.status !== 'warning_needs_response') {
    throw new ApiRefusal(`Dispute ${dispute.id} is ${dispute.status}.`);
  }
  const charge = account.charges[dispute.charge];
  if (!charge) throw new Error(`dispute ${dispute.id} has no charge`);
  // what was refunded during the inquiry is settled
  dispute.amount = Math.min(dispute.amount, charge.amount - charge.amount_refunded);
  dispute.status = 'needs_response';
  dispute.is_charge_refundable = false;
  emit(simulation, account, 'charge.dispute.updated', dispute);
  withdraw(simulation, account, dispute);
}

/** Won: the money comes back. Lost: it stays away. An inquiry closes without moving any. */
export function closeDispute(
  simulation: Simulation,
  account: Account,
  dispute: Dispute,
  outcome: 'won' | 'lost',
): void {
  if (dispute.status === 'warning_needs_response') {
    dispute.status = 'warning_closed';
    emit(simulation, account, 'charge.dispute.closed', dispute);
    return;
  }
  if (dispute.status !== 'needs_response') {
    throw new ApiRefusal(`Dispute ${dispute.id} is ${dispute.status}.`);
  }
  dispute.status = outcome;
  if (outcome === 'won') {
    move(simulation, account, dispute, dispute.amount);
    emit(simulation, account, 'charge.dispute.funds_reinstated', dispute);
  }
  emit(simulation, account, 'charge.dispute.closed', dispute);
}

function withdraw(simulation: Simulation, account: Account, dispute: Dispute): void {
  move(simulation, account, dispute, -dispute.amount);
  emit(simulation, account, 'charge.dispute.funds_withdrawn', dispute);
}

function move(simulation: Simulation, account: Account, dispute: Dispute, amount: number): void {
  const movement = newBalanceTransaction('adjustment', dispute, amount, 0, simulation.now());
  account.balanceTransactions[movement.id] = movement;
  (dispute.balance_transactions as ApiObject[]).push(structuredClone(movement));
}
