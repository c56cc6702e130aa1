import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/db/new-id';
import { voidInvoice } from '@/lib/invoices/void-invoice';
import { recordPayment } from '@/lib/payments/record-payment';
import { reversePayment } from '@/lib/payments/reverse-payment';
import { clientView } from '@/lib/portal/client-view';
import { readStatement } from '@/lib/portal/read-statement';
import { lastLines } from '@/lib/portal/statement';
import { addDays } from '@/lib/time/calendar-date';
import { makeBusiness, makeClient, makeInvoice } from '@/prisma/seed/builders';

describe('The statement of a long period', () => {
  it('ends with the same lines and balances when only its last days are read, and counts the others', async () => {
    const { ctx } = await makeBusiness();
    const { id: partyId } = await makeClient(ctx);
    const to = ctx.today();
    for (const daysAgo of [90, 60, 60, 30, 9, 9, 8, 1]) {
      const invoice = await makeInvoice(ctx, partyId, { issueOn: addDays(to, -daysAgo) });
      if (daysAgo === 8) await voidInvoice(ctx, { id: invoice.id, reason: 'Twice' });
    }
    for (const daysAgo of [59, 59, 40, 9, 2, 0]) {
      const id = newId();
      await recordPayment(ctx, {
        ...{ id, partyId, currency: 'GBP', amount: 1_000n, method: 'CASH' },
        ...{ receivedOn: addDays(to, -daysAgo), allocations: [], sendReceipt: false },
      });
      if (daysAgo === 40) await reversePayment(ctx, { id, version: 1, reason: 'Bounced' });
    }
    const view = await clientView(ctx, partyId);
    for (const from of [addDays(to, -400), addDays(to, -60), addDays(to, -9)]) {
      const asked = { currency: 'GBP', from, to };
      const whole = await readStatement(view, asked);
      expect(whole.leftOut).toBe(0);
      for (let most = 1; most <= whole.lines.length + 1; most += 1) {
        const part = await readStatement(view, asked, most);
        expect(lastLines(part, most)).toEqual(lastLines(whole, most));
      }
      expect((await readStatement(view, asked, 2)).lines.length).toBeLessThan(6);
    }
  });
});
