import { setTimeout as pause } from 'node:timers/promises';
import type { StaffContext } from '@/lib/auth/context';
import { newId } from '@/lib/db/new-id';
import { issueInvoice } from '@/lib/invoices/issue-invoice';
import { recordPayment } from '@/lib/payments/record-payment';
import { startCheckout } from '@/lib/payments/start-checkout';
import type { StripeStandIn } from '@/lib/stripe/stand-in/server';
import { makeDraft } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';
import { connectSampleStripe } from '@/prisma/seed/sample-stripe';
import { timingOf } from './reader';
import { atMost, type Measured } from './report';
import { portalClient } from './visitors';

const TIMES = 50;
const PAID_TIMES = 10;
const PATIENCE_MS = 120_000;

type Draft = { id: string; version: number };

/** Drafting, issuing and recording payments, one after another and issuing all at once. */
export async function measureDeeds(ctx: StaffContext): Promise<Measured[]> {
  const clients = await ctx.db.party.findMany({
    where: { archivedAt: null },
    take: TIMES,
    select: { id: true },
  });
  const clientAt = (index: number) => clients[index % clients.length]?.id ?? '';
  const draft = (index: number): Promise<Draft> =>
    makeDraft(ctx, clientAt(index), { lines: [draftLine(), draftLine(), draftLine()] });

  await draft(0);
  const drafts: Draft[] = [];
  const drafting = await timed(TIMES, async (index) => {
    drafts.push(await draft(index));
  });
  const [first, ...rest] = drafts;
  if (first) await issueInvoice(ctx, first);
  const issuing = await timed(rest.length, async (index) => {
    await issueInvoice(ctx, rest[index] as Draft);
  });
  await pdfsDrawn(ctx, drafts);
  const paying = await timed(drafts.length, async (index) => {
    await settle(ctx, drafts[index] as Draft);
  });

  const together = await Promise.all(Array.from({ length: TIMES }, (_, index) => draft(index)));
  const begun = performance.now();
  const outcomes = await Promise.allSettled(together.map((each) => issueInvoice(ctx, each)));
  const all = performance.now() - begun;
  const refused = outcomes.filter(({ status }) => status === 'rejected').length;
  await pdfsDrawn(ctx, together);
  const drawn = performance.now() - begun;
  return [
    { what: 'a draft is stored', ...drafting },
    { what: 'an invoice is issued', ...issuing },
    { what: 'a payment is recorded', ...paying },
    {
      what: `${TIMES} invoices issued at once`,
      median: all,
      perSecond: TIMES / (all / 1000),
      note: `${refused} refused; median is the time of all`,
      budgets: [{ says: 'none refused', kept: refused === 0 }],
    },
    {
      what: 'their PDFs drawn by the worker',
      median: drawn,
      perSecond: TIMES / (drawn / 1000),
      note: 'from the first issued to the last drawn',
    },
  ];
}

/** From the press on "Pay" at Stripe until the books say that the invoice is paid. */
export async function measureWebhook(
  ctx: StaffContext,
  stripe: StripeStandIn,
): Promise<Measured[]> {
  await connectSampleStripe(ctx);
  const open = await ctx.db.document.findMany({
    where: { openAmount: { gt: 1_000n }, party: { archivedAt: null } },
    orderBy: { createdAt: 'desc' },
    take: PAID_TIMES + 2,
    select: { id: true, partyId: true },
  });
  const times: number[] = [];
  for (const { id, partyId } of open) {
    const client = await portalClient(ctx, partyId);
    const { checkoutId } = await startCheckout(client, { documentIds: [id] });
    const checkout = await ctx.db.checkout.findUniqueOrThrow({ where: ctx.key(checkoutId) });
    const begun = performance.now();
    stripe.control.pay(checkout.stripeSessionId ?? '', { method: 'card' });
    await until(async () => {
      const row = await ctx.db.document.findUniqueOrThrow({
        where: ctx.key(id),
        select: { openAmount: true },
      });
      return row.openAmount === 0n;
    });
    times.push(performance.now() - begun);
  }
  // The first two wake what sleeps.
  const { median, p95 } = timingOf(times.slice(2));
  return [
    {
      what: 'webhook to paid',
      ...{ median, p95 },
      note: `slowest ${Math.max(...times).toFixed(0)} ms`,
      budgets: [atMost('median', 250, 'ms', median)],
    },
  ];
}

async function settle(ctx: StaffContext, { id }: Draft): Promise<void> {
  const document = await ctx.db.document.findUniqueOrThrow({ where: ctx.key(id) });
  await recordPayment(ctx, {
    id: newId(),
    partyId: document.partyId,
    currency: document.currency,
    amount: document.openAmount,
    method: 'BANK_TRANSFER',
    receivedOn: ctx.today(),
    allocations: [{ documentId: id, amount: document.openAmount }],
    sendReceipt: false,
  });
}

/** The worker draws what was issued; nothing is measured beside that. */
async function pdfsDrawn(ctx: StaffContext, issued: readonly Draft[]): Promise<void> {
  const ids = issued.map(({ id }) => id);
  await until(
    async () => (await ctx.db.document.count({ where: { id: { in: ids }, pdfHash: null } })) === 0,
    200,
  );
}

async function timed(times: number, work: (index: number) => Promise<void>) {
  const taken: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const begun = performance.now();
    await work(index);
    taken.push(performance.now() - begun);
  }
  return timingOf(taken);
}

async function until(done: () => Promise<boolean>, every = 5): Promise<void> {
  const begun = performance.now();
  while (!(await done())) {
    if (performance.now() - begun > PATIENCE_MS) throw new Error('the worker did not come to it');
    await pause(every);
  }
}
