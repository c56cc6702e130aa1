import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { makeSystemContext } from '@/lib/auth/make-context';
import { newId } from '@/lib/db/new-id';
import { readPulse } from '@/lib/home/pulse';
import { recordPayment } from '@/lib/payments/record-payment';
import { makeBusiness, makeClient } from '@/prisma/seed/builders';

let ctx: StaffContext;
let partyId: string;

beforeAll(async () => {
  ({ ctx } = await makeBusiness());
  partyId = (await makeClient(ctx)).id;
});

const money = () => ({
  id: newId(),
  partyId,
  currency: 'GBP',
  amount: 12_000n,
  method: 'CASH' as const,
  receivedOn: ctx.today(),
  allocations: [],
  sendReceipt: false,
});

describe('An open window', () => {
  it('that knows nothing yet, or nonsense, hears of the newest event alone', async () => {
    const { seq } = await readPulse(ctx, null);
    expect(Number(seq)).toBeGreaterThan(0);
    for (const since of ['', '-1', '1.5', 'x', '9'.repeat(30), seq]) {
      expect(await readPulse(ctx, since)).toEqual({ seq, changed: false, news: [] });
    }
  });

  it('hears that something has changed, and in words of money that nobody here has recorded', async () => {
    const { seq } = await readPulse(ctx, null);
    await recordPayment(ctx, money());
    expect(await readPulse(ctx, seq)).toMatchObject({ changed: true, news: [] });
    await recordPayment(makeSystemContext(ctx.business), money());
    const heard = await readPulse(ctx, seq);
    expect(heard).toMatchObject({
      changed: true,
      news: ['Ashcombe Brewery Ltd paid £120.00'],
    });
    expect(await readPulse(ctx, heard.seq)).toMatchObject({ changed: false });
  });

  it('of another business hears nothing of it', async () => {
    const { ctx: stranger } = await makeBusiness();
    await makeClient(stranger);
    const { seq } = await readPulse(stranger, null);
    await recordPayment(makeSystemContext(ctx.business), money());
    expect(await readPulse(stranger, seq)).toEqual({ seq, changed: false, news: [] });
    expect(await readPulse(stranger, '0')).toMatchObject({ news: [] });
  });
});
