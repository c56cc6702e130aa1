import { describe, expect, it, vi } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { checkBooks } from '@/lib/books/check-books';
import { checkBooksDaily } from '@/lib/books/check-books-daily';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { recordPayment } from '@/lib/payments/record-payment';
import { makeBusiness, makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';

let ctx: StaffContext;

/** A business with a paid, a part-paid, an open and a draft invoice. */
async function aYearOfBusiness(): Promise<{
  invoiceId: string;
  paymentId: string;
  partyId: string;
}> {
  ({ ctx } = await makeBusiness());
  const { id: partyId } = await makeClient(ctx);
  const paid = await makeInvoice(ctx, partyId);
  const partly = await makeInvoice(ctx, partyId);
  await makeInvoice(ctx, partyId);
  await makeDraft(ctx, partyId);
  const paymentId = newId();
  await recordPayment(ctx, {
    id: paymentId,
    partyId,
    currency: 'GBP',
    amount: 300_000n,
    method: 'BANK_TRANSFER',
    receivedOn: ctx.today(),
    allocations: [
      { documentId: paid.id, amount: 184_000n },
      { documentId: partly.id, amount: 100_000n },
    ],
    sendReceipt: false,
  });
  return { invoiceId: paid.id, paymentId, partyId };
}

/** Changes rows behind the back of triggers and checks, as a tamperer with the database's own rights would. */
async function tamper(sql: string, ...values: unknown[]): Promise<void> {
  await unscopedDb().$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`SET LOCAL session_replication_role = replica`);
    await tx.$executeRawUnsafe(sql, ...values);
  });
}

describe('Checking the books', () => {
  it('finds nothing in good books', async () => {
    await aYearOfBusiness();
    expect(await checkBooks(ctx.business.id)).toEqual([]);
  });

  it.each([
    [
      'a changed total',
      'totals follow from the lines',
      `UPDATE "Document" SET "totalAmount" = "totalAmount" - 1, "netAmount" = "netAmount" - 1 WHERE id = $1::uuid`,
    ],
    [
      'a changed line',
      'totals follow from the lines',
      `UPDATE "DocumentLine" SET quantity = 2 WHERE "documentId" = $1::uuid`,
    ],
    [
      'a changed tax',
      'tax by rate adds up to the document’s tax',
      `UPDATE "DocumentTax" SET base = base + 1 WHERE "documentId" = $1::uuid`,
    ],
    [
      'a changed snapshot',
      'the seal fits the snapshot',
      `UPDATE "Document" SET snapshot = jsonb_set(snapshot, '{reference}', '"x"') WHERE id = $1::uuid`,
    ],
    [
      'a snapshot of another total',
      'the snapshot says what the document says',
      `UPDATE "Document" SET snapshot = jsonb_set(snapshot, '{total}', '"1"') WHERE id = $1::uuid`,
    ],
    [
      'a seal that follows another one',
      'each seal holds the one before it',
      `UPDATE "Document" SET "previousHash" = 'x' WHERE id = $1::uuid`,
    ],
    [
      'a PDF that is not there',
      'the PDF is there, as it was stored',
      `UPDATE "Document" SET "pdfHash" = repeat('a', 64) WHERE id = $1::uuid`,
    ],
    [
      'a number taken out',
      'numbers run without a gap, and the counter stands at the last',
      `UPDATE "Document" SET sequence = 9 WHERE id = $1::uuid`,
    ],
    [
      'a changed open amount',
      'open amount = total − what payments settled',
      `UPDATE "Document" SET "openAmount" = 1 WHERE id = $1::uuid`,
    ],
    [
      'a changed processing amount',
      'processing amount = checkouts under way',
      `UPDATE "Document" SET "processingAmount" = 1 WHERE id = $1::uuid`,
    ],
    [
      'a changed allocation',
      'open amount = total − what payments settled',
      `UPDATE "Allocation" SET amount = amount - 1 WHERE "documentId" = $1::uuid`,
    ],
    [
      'money of one currency that settles another',
      'a payment settles only its own client’s documents, in its own currency',
      `UPDATE "Document" SET currency = 'EUR' WHERE id = $1::uuid`,
    ],
    [
      'a changed event',
      'no event was changed, added or taken out',
      `UPDATE "Event" SET "actorName" = 'x' WHERE "documentId" = $1::uuid`,
    ],
    [
      'an event taken out',
      'no event was changed, added or taken out',
      `DELETE FROM "Event" WHERE "documentId" = $1::uuid AND kind = 'invoice.issued'`,
    ],
    [
      'the last event taken out',
      'no event was changed, added or taken out',
      `DELETE FROM "Event" e USING "Document" d WHERE d.id = $1::uuid AND e."businessId" = d."businessId"
         AND e.seq = (SELECT max(seq) FROM "Event" l WHERE l."businessId" = d."businessId")`,
    ],
  ])('finds %s', async (_, rule, sql) => {
    const { invoiceId } = await aYearOfBusiness();
    await tamper(sql, invoiceId);
    expect((await checkBooks(ctx.business.id)).map((finding) => finding.rule)).toContain(rule);
  });

  it('finds a changed balance and a payment that settles more than it is', async () => {
    const { paymentId, partyId } = await aYearOfBusiness();
    await tamper(`UPDATE "PartyBalance" SET paid = paid + 1 WHERE "partyId" = $1::uuid`, partyId);
    await tamper(`UPDATE "Payment" SET amount = 100 WHERE id = $1::uuid`, paymentId);
    const rules = new Set((await checkBooks(ctx.business.id)).map((finding) => finding.rule));
    expect(rules).toContain('a client’s balance = their documents and payments');
    expect(rules).toContain('a payment settles no more than what is left of it');
  });

  it('is done once a day by whichever worker asks first, and what is found is logged', async () => {
    const { invoiceId } = await aYearOfBusiness();
    await tamper(`UPDATE "Document" SET "openAmount" = 1 WHERE id = $1::uuid`, invoiceId);
    const said: string[] = [];
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
      said.push(String(line));
      return true;
    });
    const at = (time: string) => checkBooksDaily(new Date(time));
    const asked = await Promise.all(Array.from({ length: 5 }, () => at('2026-11-22T00:30:00Z')));
    const later = await at('2026-11-22T23:59:00Z');
    const nextDay = await at('2026-11-23T00:01:00Z');
    spy.mockRestore();
    const found = expect.arrayContaining([
      expect.objectContaining({
        business: ctx.business.slug,
        rule: 'open amount = total − what payments settled',
      }),
    ]);
    expect(asked.filter((findings) => findings !== null)).toEqual([found]);
    expect(later).toBeNull();
    expect(nextDay).toEqual(found);
    expect(said.join('')).toContain('the books do not add up');
  });
});
