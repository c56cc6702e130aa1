import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffContext } from '@/lib/auth/context';
import { checkBooks } from '@/lib/books/check-books';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { installJobs } from '@/lib/jobs/boss';
import { recordPayment } from '@/lib/payments/record-payment';
import { makeBusiness, makeClient, makeDraft, makeInvoice } from '@/prisma/seed/builders';
import { testDatabase } from '../support/database';

let ctx: StaffContext;

beforeAll(async () => {
  await installJobs(testDatabase());
});

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
      `UPDATE "Document" SET "totalAmount" = "totalAmount" - 1, "netAmount" = "netAmount" - 1 WHERE id = $1::uuid`,
    ],
    ['a changed line', `UPDATE "DocumentLine" SET quantity = 2 WHERE "documentId" = $1::uuid`],
    [
      'a changed snapshot',
      `UPDATE "Document" SET snapshot = jsonb_set(snapshot, '{reference}', '"x"') WHERE id = $1::uuid`,
    ],
    ['a number taken out', `UPDATE "Document" SET sequence = 9 WHERE id = $1::uuid`],
    ['a changed open amount', `UPDATE "Document" SET "openAmount" = 1 WHERE id = $1::uuid`],
    [
      'a changed allocation',
      `UPDATE "Allocation" SET amount = amount - 1 WHERE "documentId" = $1::uuid`,
    ],
    ['a changed event', `UPDATE "Event" SET "actorName" = 'x' WHERE "documentId" = $1::uuid`],
    [
      'an event taken out',
      `DELETE FROM "Event" WHERE "documentId" = $1::uuid AND kind = 'invoice.issued'`,
    ],
  ])('finds %s', async (_, sql) => {
    const { invoiceId } = await aYearOfBusiness();
    await tamper(sql, invoiceId);
    expect((await checkBooks(ctx.business.id)).length).toBeGreaterThan(0);
  });

  it('finds a changed balance and a payment that settles more than it is', async () => {
    const { paymentId, partyId } = await aYearOfBusiness();
    await tamper(`UPDATE "PartyBalance" SET paid = paid + 1 WHERE "partyId" = $1::uuid`, partyId);
    await tamper(`UPDATE "Payment" SET amount = 100 WHERE id = $1::uuid`, paymentId);
    const rules = new Set((await checkBooks(ctx.business.id)).map((finding) => finding.rule));
    expect(rules).toContain('a client’s balance = their documents and payments');
    expect(rules).toContain('a payment settles no more than what is left of it');
  });
});
