import { Missing, Refused } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { isCurrency } from '@/lib/money/currencies';
import { sum } from '@/lib/money/money';
import { requireAmount } from '@/lib/money/require-amount';
import { recordPayment } from './record-payment';
import type { PaymentForm } from './schema';

/**
 * Records money that a person says has arrived, from the typed form. What is settled may be less than the amount: the rest
 * is the client's credit. Refuses more settled than was paid or is open. A repeat of the same form is the same payment.
 */
export async function recordManualPayment(
  ctx: StaffContext,
  form: PaymentForm,
): Promise<{ id: string }> {
  const { id, partyId, currency } = form;
  if (!isCurrency(currency)) throw new Refused('errors.invalid', {}, 'currency');
  const party = await ctx.db.party.findUnique({ where: ctx.key(partyId), select: { id: true } });
  if (!party) throw new Missing();
  const amount = requireAmount(form.amount, currency, 'amount');
  if (amount <= 0n) throw new Refused('payments.errors.notPositive', {}, 'amount');
  const allocations = Object.entries(form.settle ?? {})
    .filter(([, typed]) => typed !== '')
    .map(([documentId, typed]) => {
      const field = `settle.${documentId}`;
      const part = requireAmount(typed, currency, field);
      if (part < 0n) throw new Refused('payments.errors.notPositive', {}, field);
      return { documentId, amount: part };
    })
    .filter((part) => part.amount > 0n);
  if (sum(allocations.map((part) => part.amount)) > amount) {
    throw new Refused('payments.errors.moreThanPaid', {}, 'amount');
  }
  const recorded = await recordPayment(ctx, {
    id,
    partyId,
    currency,
    amount,
    method: form.method,
    receivedOn: form.receivedOn,
    reference: form.reference ?? '',
    allocations,
    sendReceipt: form.sendReceipt === 'on',
  });
  return { id: recorded.id };
}
