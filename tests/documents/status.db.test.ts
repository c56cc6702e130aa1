import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/db/new-id';
import {
  INVOICE_STATES,
  type InvoiceState,
  invoiceState,
  whereState,
} from '@/lib/documents/status';
import { addDays, toDbDate } from '@/lib/time/calendar-date';
import { makeBusiness, makeClient } from '@/prisma/seed/builders';

describe('What an invoice is called', () => {
  it('is the same in words and in the database, for every combination of facts', async () => {
    const { ctx } = await makeBusiness();
    const { id: partyId } = await makeClient(ctx);
    const series = await ctx.db.numberSeries.findFirstOrThrow({ where: { kind: 'INVOICE' } });
    const today = ctx.today();
    const now = ctx.now();
    const rows = [];
    let sequence = 0;
    for (const issued of [false, true])
      for (const sent of issued ? [false, true] : [false])
        for (const voided of issued ? [false, true] : [false])
          for (const dueOn of [null, addDays(today, -1), today, addDays(today, 1)])
            for (const total of [0n, 500n])
              for (const open of issued && !voided ? [0n, 200n, 500n] : [0n])
                for (const processing of open > 0n ? [0n, 100n] : [0n]) {
                  if (open > total) continue;
                  sequence += 1;
                  rows.push({
                    businessId: ctx.business.id,
                    id: newId(),
                    kind: 'INVOICE' as const,
                    partyId,
                    currency: 'GBP',
                    locale: 'en' as const,
                    pricesIncludeTax: false,
                    dueOn: dueOn ? toDbDate(dueOn) : null,
                    netAmount: total,
                    totalAmount: total,
                    openAmount: open,
                    processingAmount: processing,
                    createdAt: now,
                    updatedAt: now,
                    issuedAt: issued ? now : null,
                    sentAt: sent ? now : null,
                    voidedAt: voided ? now : null,
                    ...(issued
                      ? {
                          number: `N-${sequence}`,
                          sequence,
                          seriesId: series.id,
                          period: '2026',
                          issueOn: toDbDate(today),
                          snapshot: {},
                          hash: `h${sequence}`,
                          previousHash: `p${sequence}`,
                        }
                      : {}),
                  });
                }
    await ctx.db.document.createMany({ data: rows });
    const total = ctx.db.document.fields.totalAmount;
    const found = new Map<string, InvoiceState[]>();
    for (const state of INVOICE_STATES) {
      const matches = await ctx.db.document.findMany({
        where: whereState(state, today, total),
        select: { id: true },
      });
      expect(matches.length, `no invoice is ${state}`).toBeGreaterThan(0);
      for (const { id } of matches) found.set(id, [...(found.get(id) ?? []), state]);
    }
    for (const row of rows) expect(found.get(row.id)).toEqual([invoiceState(row, today)]);
    expect(rows.length).toBe(72);
  });
});
