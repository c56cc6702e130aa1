import { describe, expect, it } from 'vitest';
import { readPaymentFilters } from '@/lib/payments/list-filters';
import { paymentListPage, paymentSums } from '@/lib/payments/queries';
import { reversePayment } from '@/lib/payments/reverse-payment';
import { makeClient } from '@/prisma/seed/builders';
import { ctx, fresh, record } from './by-hand-world';

describe('The list of payments', () => {
  it('can be narrowed and adds up', async () => {
    await fresh();
    const other = await makeClient(ctx, { email: 'other@example.com' });
    await record({ amount: '10.00', method: 'CHEQUE', receivedOn: '2026-01-05' });
    await record({ amount: '20.00', receivedOn: '2026-02-05' });
    await record({ amount: '5.000', currency: 'KWD', receivedOn: '2026-02-06' });
    const undone = await record({ partyId: other.id, receivedOn: '2026-03-01' });
    await reversePayment(ctx, { id: undone.id, version: 1, reason: 'slip' });
    const amounts = async (params: Record<string, string>) =>
      (await paymentListPage(ctx, readPaymentFilters(params))).rows.map((row) => row.amount);
    expect(await amounts({})).toEqual([10_000n, 5_000n, 2_000n, 1_000n]);
    expect(await amounts({ sort: 'oldest', from: '2026-01-01', to: '2026-02-05' })).toEqual([
      1_000n,
      2_000n,
    ]);
    expect(await amounts({ method: 'CHEQUE' })).toEqual([1_000n]);
    expect(await amounts({ currency: 'kwd' })).toEqual([5_000n]);
    expect(await amounts({ client: other.id })).toEqual([10_000n]);
    expect(await amounts({ client: 'nonsense', method: 'gold', from: '31 February' })).toHaveLength(
      4,
    );
    expect(await paymentSums(ctx, readPaymentFilters({}))).toEqual([
      { currency: 'GBP', amount: 3_000n, taken: 0n },
      { currency: 'KWD', amount: 5_000n, taken: 0n },
    ]);
  });
});
