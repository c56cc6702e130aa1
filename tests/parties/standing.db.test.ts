import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { clientStanding } from '@/lib/documents/client-standing';
import { tabCounts } from '@/lib/parties/queries';
import { recordPayment } from '@/lib/payments/record-payment';
import { addDays } from '@/lib/time/calendar-date';
import { makeBusiness, makeClient, makeInvoice } from '@/prisma/seed/builders';

let ctx: StaffContext;
let partyId: string;

beforeEach(async () => {
  ({ ctx } = await makeBusiness());
  partyId = (await makeClient(ctx)).id;
});

async function pay(documentId: string, amount: bigint, daysAgo: number) {
  await recordPayment(ctx, {
    id: newId(),
    partyId,
    currency: 'GBP',
    amount,
    method: 'CASH',
    receivedOn: addDays(ctx.today(), -daysAgo),
    allocations: [{ documentId, amount }],
    sendReceipt: false,
  });
}

describe('How a client stands', () => {
  it('is empty before the first invoice', async () => {
    expect(await clientStanding(ctx, partyId)).toMatchObject({ overdue: [], daysToPay: null });
  });

  it('counts the days from invoice to the payment that settled it, over what is paid', async () => {
    const slow = await makeInvoice(ctx, partyId, { issueOn: addDays(ctx.today(), -40) });
    const quick = await makeInvoice(ctx, partyId, { issueOn: addDays(ctx.today(), -20) });
    await makeInvoice(ctx, partyId);
    await pay(slow.id, 84_000n, 30);
    await pay(slow.id, 100_000n, 10);
    await pay(quick.id, 184_000n, 10);
    const standing = await clientStanding(ctx, partyId);
    expect(standing.daysToPay).toBe(20);
    expect(standing.invoices.get('GBP')).toBe(3);
    expect(standing.lastPayment.get('GBP')).toEqual({
      receivedOn: addDays(ctx.today(), -10),
      method: 'CASH',
    });
    expect(await tabCounts(ctx, partyId)).toMatchObject({ documents: 3, payments: 3 });
  });

  it('says what is overdue and since when, and nothing of it to another business', async () => {
    await makeInvoice(ctx, partyId, { issueOn: addDays(ctx.today(), -42) });
    expect((await clientStanding(ctx, partyId)).overdue).toEqual([
      { currency: 'GBP', amount: 184_000n, days: 12 },
    ]);
    const stranger = (await makeBusiness()).ctx;
    expect((await clientStanding(stranger, partyId)).overdue).toEqual([]);
  });
});
