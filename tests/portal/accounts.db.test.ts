import { describe, expect, it } from 'vitest';
import type { PortalContext, StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { voidInvoice } from '@/lib/invoices/void-invoice';
import { recordPayment } from '@/lib/payments/record-payment';
import { reversePayment } from '@/lib/payments/reverse-payment';
import { type Account, readAccounts } from '@/lib/portal/accounts';
import { AGES, ageOf, whereAge } from '@/lib/portal/ageing';
import { homeInvoices, invoicePage } from '@/lib/portal/invoices';
import { readPayable } from '@/lib/portal/payable';
import { readStatement } from '@/lib/portal/read-statement';
import { payable } from '@/lib/portal/where';
import { addDays, fromDbDate } from '@/lib/time/calendar-date';
import { makeBusiness, makeClient, makeInvoice } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';
import { signInClient } from './world';

async function pay(
  ctx: StaffContext,
  partyId: string,
  amount: bigint,
  to: { documentId: string; amount: bigint }[],
  receivedOn = ctx.today(),
) {
  return recordPayment(ctx, {
    id: newId(),
    partyId,
    currency: ctx.business.currency,
    amount,
    method: 'BANK_TRANSFER',
    receivedOn,
    allocations: to,
    sendReceipt: false,
  });
}

/** The promise of the first page: to pay = ages = unpaid rows = last line of the statement. */
async function expectAgreement(client: PortalContext): Promise<Account> {
  const accounts = await readAccounts(client);
  const account = accounts.find(({ currency }) => currency === 'GBP');
  if (!account) throw new Error('no account in pounds');
  const ages = AGES.reduce((sum, age) => sum + account.ages[age], 0n);
  const rows = await readPayable(client, { what: 'all', currency: 'GBP' });
  const statement = await readStatement(client, {
    currency: 'GBP',
    from: addDays(client.today(), -400),
    to: client.today(),
  });
  expect(ages).toBe(account.toPay);
  expect(rows.reduce((sum, row) => sum + row.amount, 0n)).toBe(account.toPay - account.held);
  expect(statement.closing + account.credit - account.underWay).toBe(account.toPay);
  return account;
}

describe('How a client stands', () => {
  it('adds up the same everywhere: the amount, its ages, the rows and the statement', async () => {
    const { ctx } = await makeBusiness();
    const party = await makeClient(ctx);
    const today = ctx.today();
    const due = (days: number, unitPrice: string) =>
      makeInvoice(ctx, party.id, {
        issueOn: addDays(today, -100),
        termsDays: null,
        dueOn: addDays(today, days),
        lines: [draftLine({ unitPrice })],
      });
    await due(10, '100.00');
    await due(0, '20.00');
    const late = await due(-1, '3.00');
    await due(-30, '0.40');
    await due(-31, '0.05');
    await due(-61, '7.00');
    const wrong = await due(-20, '999.00');
    const { client } = await signInClient(ctx, { partyId: party.id });

    const account = await expectAgreement(client);
    expect(account.ages).toEqual({ notDue: 12_000n, days30: 100_240n, days60: 5n, older: 700n });
    expect(account.overdue).toBe(100_945n);
    expect(account.overdueCount).toBe(5);

    await voidInvoice(ctx, { id: wrong.id, reason: 'Sent to the wrong client' });
    await expectAgreement(client);
    await pay(ctx, party.id, 100n, [{ documentId: late.id, amount: 100n }]);
    const after = await expectAgreement(client);
    expect(after.ages.days30).toBe(240n);
    const { id } = await pay(ctx, party.id, 5_000n, []);
    const credited = await expectAgreement(client);
    expect(credited.credit).toBe(5_000n);
    expect(credited.toPay).toBe(after.toPay);
    const { version } = await ctx.db.payment.findUniqueOrThrow({ where: ctx.key(id) });
    await reversePayment(ctx, { id, reason: 'Not ours', version });
    expect((await expectAgreement(client)).credit).toBe(0n);
  }, 60_000);

  it('counts money that is on its way as its own line, and offers no payment for it', async () => {
    const { ctx } = await makeBusiness();
    const party = await makeClient(ctx);
    const { id } = await makeInvoice(ctx, party.id);
    const { client } = await signInClient(ctx, { partyId: party.id });
    await makeUnderWay(ctx, party.id, id);
    const account = await expectAgreement(client);
    expect(account).toMatchObject({ toPay: 0n, underWay: 184_000n });
    const { rows } = await homeInvoices(client, 'all');
    expect(rows[0]).toMatchObject({ payable: false });
    expect(await readPayable(client, { ids: [id] })).toEqual([]);
  });

  it('counts of an invoice only the part that is on its way, and the rest as to pay afterwards', async () => {
    const { ctx } = await makeBusiness();
    const party = await makeClient(ctx);
    const { id } = await makeInvoice(ctx, party.id);
    const { client } = await signInClient(ctx, { partyId: party.id });
    await makeUnderWay(ctx, party.id, id, 60_000n);
    const account = await expectAgreement(client);
    expect(account).toMatchObject({ underWay: 60_000n, toPay: 124_000n, held: 124_000n });
    expect(await readPayable(client, { ids: [id] })).toEqual([]);
  });

  it('keeps currencies apart', async () => {
    const { ctx } = await makeBusiness();
    const party = await makeClient(ctx);
    await makeInvoice(ctx, party.id);
    await makeInvoice(ctx, party.id, { currency: 'JOD' });
    const { client } = await signInClient(ctx, { partyId: party.id });
    const accounts = await readAccounts(client);
    expect(accounts.map(({ currency, toPay }) => [currency, toPay])).toEqual([
      ['GBP', 184_000n],
      ['JOD', 1_840_000n],
    ]);
  });

  it('finds in the database exactly the ages it names', async () => {
    const { ctx } = await makeBusiness();
    const party = await makeClient(ctx);
    const today = ctx.today();
    for (const days of [1, 0, -1, -29, -30, -31, -59, -60, -61, -90]) {
      await makeInvoice(ctx, party.id, {
        issueOn: addDays(today, -95),
        termsDays: null,
        dueOn: addDays(today, days),
      });
    }
    const { client } = await signInClient(ctx, { partyId: party.id });
    for (const age of AGES) {
      const found = await client.db.document.findMany({
        where: { AND: [payable(client), whereAge(age, today)] },
        select: { dueOn: true },
      });
      expect(found.length).toBeGreaterThan(0);
      for (const { dueOn } of found) expect(ageOf(dueOn && fromDbDate(dueOn), today)).toBe(age);
    }
  });
});

describe('The statement of a period', () => {
  it('opens with what the period before closed with, wherever the line is drawn', async () => {
    const { ctx } = await makeBusiness();
    const party = await makeClient(ctx);
    const today = ctx.today();
    const ids: string[] = [];
    for (const ago of [90, 60, 45, 30, 12, 3]) {
      const { id } = await makeInvoice(ctx, party.id, { issueOn: addDays(today, -ago) });
      ids.push(id);
    }
    await pay(
      ctx,
      party.id,
      84_000n,
      [{ documentId: String(ids[0]), amount: 84_000n }],
      addDays(today, -50),
    );
    await pay(
      ctx,
      party.id,
      184_000n,
      [{ documentId: String(ids[1]), amount: 184_000n }],
      addDays(today, -30),
    );
    const { client } = await signInClient(ctx, { partyId: party.id });
    const whole = await readStatement(client, {
      currency: 'GBP',
      from: addDays(today, -120),
      to: today,
    });
    expect(whole.opening).toBe(0n);
    expect(whole.closing).toBe(6n * 184_000n - 268_000n);
    for (const ago of [100, 90, 60, 50, 45, 31, 30, 29, 3, 1]) {
      const day = addDays(today, -ago);
      const before = await readStatement(client, {
        currency: 'GBP',
        from: addDays(today, -120),
        to: day,
      });
      const after = await readStatement(client, {
        currency: 'GBP',
        from: addDays(day, 1),
        to: today,
      });
      expect(after.opening).toBe(before.closing);
      expect(after.closing).toBe(whole.closing);
      expect(before.lines.length + after.lines.length).toBe(whole.lines.length);
    }
  });
});

describe('The list of invoices', () => {
  it('shows every page once, in order, and only what was issued', async () => {
    const { ctx } = await makeBusiness();
    const party = await makeClient(ctx);
    for (let i = 0; i < 55; i++)
      await makeInvoice(ctx, party.id, { issueOn: addDays(ctx.today(), -60 + i) });
    const { client } = await signInClient(ctx, { partyId: party.id });
    const first = await invoicePage(client, { shown: 'all' });
    const second = await invoicePage(client, { shown: 'all', cursor: first.older ?? undefined });
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect(ids).toHaveLength(55);
    expect(new Set(ids).size).toBe(55);
    expect(second.older).toBeNull();
    const days = [...first.rows, ...second.rows].map(({ issueOn }) => issueOn);
    expect(days).toEqual(days.toSorted().toReversed());
  }, 60_000);
});

async function makeUnderWay(
  ctx: StaffContext,
  partyId: string,
  documentId: string,
  amount = 184_000n,
): Promise<void> {
  const { refreshOpenAmount, refreshPartyBalance } = await import('@/lib/documents/balances');
  const id = newId();
  await ctx.transact(async (tx) => {
    await tx.checkout.create({
      data: {
        businessId: ctx.business.id,
        id,
        partyId,
        currency: 'GBP',
        amount,
        state: 'PROCESSING',
        createdAt: ctx.now(),
        expiresAt: ctx.now(),
        items: { create: { documentId, amount } },
      },
    });
    await refreshOpenAmount(tx, ctx, documentId);
    await refreshPartyBalance(tx, ctx, partyId, 'GBP');
  });
}
