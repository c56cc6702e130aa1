import { describe, expect, it } from 'vitest';
import { Missing } from '@/lib/actions/refused';
import type { StaffContext } from '@/lib/auth/context';
import { unscopedDb } from '@/lib/db/client';
import { newId } from '@/lib/db/new-id';
import { recordPayment } from '@/lib/payments/record-payment';
import { reversePayment } from '@/lib/payments/reverse-payment';
import { receiptPdf, statementPdf } from '@/lib/portal/account-pdf';
import { clientView } from '@/lib/portal/client-view';
import { readStatement } from '@/lib/portal/read-statement';
import { receiptPaper } from '@/lib/portal/receipt-paper';
import { statementPaper } from '@/lib/portal/statement-paper';
import { addDays } from '@/lib/time/calendar-date';
import { makeClient, makeInvoice } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';
import { makeWorld, signInClient } from './world';

function pay(ctx: StaffContext, partyId: string, amount: bigint, documentId: string | null) {
  return recordPayment(ctx, {
    id: newId(),
    partyId,
    currency: 'GBP',
    amount,
    method: 'BANK_TRANSFER',
    receivedOn: ctx.today(),
    reference: 'ASHCOMBE 7',
    allocations: documentId ? [{ documentId, amount }] : [],
    sendReceipt: false,
  });
}

const year = (ctx: Pick<StaffContext, 'today'>) => ({
  from: addDays(ctx.today(), -365),
  to: ctx.today(),
});

describe('A statement', () => {
  it('has every refund on its own day, so that a month once closed stays as it was', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const { id } = await pay(ctx, party.id, 84_000n, invoice.id);
    const businessId = ctx.business.id;
    const now = ctx.now().getTime();
    const refunds = [
      { providerId: 're_1', amount: 3_000n, state: 'succeeded', day: 40 },
      { providerId: 're_2', amount: 9_000n, state: 'failed', day: 30 },
      { providerId: 're_3', amount: 2_000n, state: 'succeeded', day: 10 },
    ].map(({ day, ...row }) => {
      const at = new Date(now + day * 86_400_000);
      return { ...row, businessId, id: newId(), paymentId: id, createdAt: at, updatedAt: at };
    });
    await ctx.db.refund.createMany({ data: refunds });
    await ctx.db.payment.update({ where: ctx.key(id), data: { refundedAmount: 5_000n } });
    const { lines } = await readStatement(await clientView(ctx, party.id), {
      currency: 'GBP',
      from: ctx.today(),
      to: addDays(ctx.today(), 60),
    });
    const returned = lines.filter(({ kind }) => kind === 'refund');
    expect(returned.map(({ on, amount }) => [on, String(amount)])).toEqual([
      [addDays(ctx.today(), 10), '2000'],
      [addDays(ctx.today(), 40), '3000'],
    ]);
  });
});

describe('The paper of a statement', () => {
  it('has the figures of the portal’s page, whether the client or a colleague asks', async () => {
    const { ctx, party, invoice } = await makeWorld();
    await pay(ctx, party.id, 84_000n, invoice.id);
    await pay(ctx, party.id, 5_000n, null);
    const { client } = await signInClient(ctx, { partyId: party.id });
    const period = year(ctx);
    const page = await readStatement(client, { currency: 'GBP', ...period });
    const paper = await statementPaper(client, { currency: null, ...period });
    const own = await statementPaper(await clientView(ctx, party.id), {
      currency: null,
      ...period,
    });

    expect(paper.accounts).toHaveLength(1);
    const [account] = paper.accounts;
    expect(account?.lines.map(({ amount, balance }) => [amount, balance])).toEqual(
      page.lines.map(({ amount, balance }) => [String(amount), String(balance)]),
    );
    expect(account).toMatchObject({
      opening: String(page.opening),
      closing: String(page.closing),
      toPay: { amount: '100000', overdue: '0', underWay: '0', credit: '5000' },
    });
    expect(own).toEqual(paper);
    expect(paper).toMatchObject({
      buyer: { name: party.displayName },
      seller: { name: ctx.business.name },
      portalUrl: expect.stringMatching(`/portal/${ctx.business.slug}/statement$`),
    });
  }, 60_000);

  it('asks for nothing when its period is over', async () => {
    const { ctx, party } = await makeWorld();
    const to = addDays(ctx.today(), -1);
    const view = await clientView(ctx, party.id);
    const paper = await statementPaper(view, { currency: null, from: addDays(to, -30), to });
    expect(paper.accounts[0]).toMatchObject({ lines: [], closing: '0', toPay: null });
  });

  it('keeps currencies apart, and shows one alone when asked for one', async () => {
    const { ctx, party } = await makeWorld();
    await makeInvoice(ctx, party.id, {
      currency: 'JOD',
      lines: [draftLine({ unitPrice: '1.250' })],
    });
    const view = await clientView(ctx, party.id);
    const all = await statementPaper(view, { currency: null, ...year(ctx) });
    expect(all.accounts.map(({ currency, closing }) => [currency, closing])).toEqual([
      ['GBP', '184000'],
      ['JOD', expect.stringMatching(/^\d+$/)],
    ]);
    const one = await statementPaper(view, { currency: 'JOD', ...year(ctx) });
    expect(one.accounts.map(({ currency }) => currency)).toEqual(['JOD']);
  }, 60_000);

  it('speaks the client’s language to a colleague, and the reader’s to the client', async () => {
    const { ctx } = await makeWorld();
    const party = await makeClient(ctx, { locale: 'ar', email: 'a@riad.example' });
    await pay(ctx, party.id, 100n, null);
    const paper = await statementPaper(await clientView(ctx, party.id), {
      currency: null,
      ...year(ctx),
    });
    expect(paper.locale).toBe('ar');
    expect(paper.accounts[0]?.lines[0]?.what).toBe('دفعة، حوالة مصرفية');
  });
});

describe('The paper of a receipt', () => {
  it('adds up to the payment, also after it was taken back', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const { id } = await pay(ctx, party.id, 90_000n, invoice.id);
    const view = await clientView(ctx, party.id);
    const paper = await receiptPaper(view, id);
    expect(paper).toMatchObject({
      number: expect.stringMatching(/^R-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/),
      amount: '90000',
      method: 'Bank transfer',
      reference: 'ASHCOMBE 7',
      settled: [{ number: invoice.number, amount: '90000' }],
      credit: '0',
      returned: [],
      stamp: null,
    });
    const { version } = await ctx.db.payment.findUniqueOrThrow({ where: ctx.key(id) });
    await reversePayment(ctx, { id, reason: 'Not ours', version });
    expect(await receiptPaper(view, id)).toMatchObject({
      stamp: 'UNDONE',
      settled: [],
      credit: '0',
      returned: [{ kind: 'reversal', on: ctx.today(), amount: '90000' }],
    });
  }, 60_000);
});

describe('A stranger', () => {
  it('gets no paper of another client’s account', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const { id } = await pay(ctx, party.id, 100n, invoice.id);
    const neighbour = await makeClient(ctx, { email: 'x@stranger.example' });
    const elsewhere = await makeWorld();
    for (const [owner, partyId, own] of [
      [ctx, neighbour.id, 0],
      [elsewhere.ctx, elsewhere.party.id, 1],
    ] as const) {
      const { client } = await signInClient(owner, { partyId });
      await expect(receiptPaper(client, id)).rejects.toBeInstanceOf(Missing);
      await expect(receiptPaper(client, newId())).rejects.toBeInstanceOf(Missing);
      const paper = await statementPaper(client, { currency: null, ...year(owner) });
      expect(paper.accounts.flatMap(({ lines }) => lines)).toHaveLength(own);
    }
    await expect(clientView(elsewhere.ctx, party.id)).rejects.toBeInstanceOf(Missing);
  }, 60_000);
});

describe('The PDF of an account', () => {
  it('comes as a file with a tidy name that nobody keeps, and not without end', async () => {
    const { ctx, party, invoice } = await makeWorld();
    const { id } = await pay(ctx, party.id, 100n, invoice.id);
    const view = await clientView(ctx, party.id);
    const as = { whose: 'Ash/combe', download: true };
    const request = new Request('https://x.example/?from=2026-01-01&to=2026-02-28&currency=GBP');
    const statement = await statementPdf(view, request, as);
    const receipt = await receiptPdf(view, id, as);
    for (const response of [statement, receipt]) {
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('application/pdf');
      expect(response.headers.get('cache-control')).toBe('private, no-store');
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(Number(response.headers.get('content-length'))).toBe(bytes.length);
    }
    const name = decodeURIComponent(statement.headers.get('content-disposition') ?? '');
    expect(name).toContain('Statement of account - 2026-01-01 2026-02-28 - Ash-combe.pdf');
    await unscopedDb().rateLimit.updateMany({
      where: { key: { startsWith: 'account-pdf:' } },
      data: { count: 60 },
    });
    expect((await receiptPdf(view, id, as)).status).toBe(429);
  }, 60_000);
});
