/** What a payment is called today; nothing of this is stored. */
export type PaymentState = 'received' | 'partRefunded' | 'refunded' | 'disputed' | 'undone';

/** The stored facts a state follows from. Amounts in minor units. */
export type PaymentFacts = {
  amount: bigint;
  refundedAmount: bigint;
  disputedAmount: bigint;
  reversedAt: Date | null;
};

/** Trouble first: undone, then disputed, then refunded. */
export function paymentState(facts: PaymentFacts): PaymentState {
  if (facts.reversedAt) return 'undone';
  if (facts.disputedAmount > 0n) return 'disputed';
  if (facts.refundedAmount >= facts.amount) return 'refunded';
  return facts.refundedAmount > 0n ? 'partRefunded' : 'received';
}

/** What of a payment is the business's: received, less refunds and disputes; nothing once it is undone. */
export function countingAmount(facts: PaymentFacts): bigint {
  return facts.reversedAt ? 0n : facts.amount - facts.refundedAmount - facts.disputedAmount;
}
