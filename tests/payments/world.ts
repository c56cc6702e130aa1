import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { POST } from '@/app/api/stripe/[business]/route';
import type { PortalContext, StaffContext, SystemContext } from '@/lib/auth/context';
import { makePortalContext, makeSystemContext } from '@/lib/auth/make-context';
import { checkBooks } from '@/lib/books/check-books';
import { saveStripeConnection } from '@/lib/businesses/stripe-connection';
import type { Business, Prisma } from '@/lib/db/generated/client';
import { newId } from '@/lib/db/new-id';
import { forgetEnv } from '@/lib/env/env';
import { recordPayment } from '@/lib/payments/record-payment';
import { startCheckout } from '@/lib/payments/start-checkout';
import type { StripeStandIn } from '@/lib/stripe/stand-in/server';
import { startStripeStandIn } from '@/lib/stripe/stand-in/server';
import { makeBusiness, makeClient, makeInvoice } from '@/prisma/seed/builders';
import { draftLine } from '@/prisma/seed/draft-input';
import { runJobs } from '../support/run-jobs';

/** A business with its own Stripe account at the stand-in, and one client in the portal. */
export type Shop = {
  ctx: StaffContext;
  system: SystemContext;
  portal: PortalContext;
  partyId: string;
  key: string;
  secret: string;
};

/** What the tests of a file share: Stripe's stand-in and our webhook address, reached over HTTP. */
export const stripe: { standIn: StripeStandIn; url: string } = {} as never;

const opened: string[] = [];
let shops = 0;

/** Starts Stripe's stand-in and our own address for webhooks; after each test the books of every business must add up. */
export function withStripe(): void {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answer = await deliver(String(request.url?.split('/').at(-1)), Buffer.concat(chunks), {
      signature: String(request.headers['stripe-signature'] ?? ''),
    });
    response.writeHead(answer.status).end(await answer.text());
  });
  beforeAll(async () => {
    stripe.standIn = await startStripeStandIn({ retryDelays: [20, 20] });
    process.env.STRIPE_API_BASE = stripe.standIn.url;
    forgetEnv();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    stripe.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/stripe`;
  });
  afterEach(async () => {
    stripe.standIn.control.setDown(null);
    stripe.standIn.control.setLatency(0);
    stripe.standIn.control.webhooks.resume();
    await stripe.standIn.control.webhooks.idle();
    for (const id of opened.splice(0)) expect(await checkBooks(id)).toEqual([]);
  });
  afterAll(async () => {
    await stripe.standIn.close();
    server.closeAllConnections();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    delete process.env.STRIPE_API_BASE;
    forgetEnv();
  });
}

/** Our webhook route, as Stripe calls it. */
export function deliver(
  slug: string,
  body: Buffer | string,
  { signature }: { signature: string },
): Promise<Response> {
  const request = new Request(`http://portico.test/api/stripe/${slug}`, {
    method: 'POST',
    body: body as BodyInit,
    headers: { 'stripe-signature': signature },
  });
  return POST(request, { params: Promise.resolve({ business: slug }) });
}

/** A fresh business with a Stripe connection, a webhook at the stand-in and a client. */
export async function openShop(
  given: Partial<Prisma.BusinessUncheckedCreateInput> = {},
): Promise<Shop> {
  const { ctx } = await makeBusiness(given);
  opened.push(ctx.business.id);
  shops += 1;
  const key = `sk_test_shop${process.pid}x${shops}xxxx`;
  const secret = `whsec_shop${shops}secretsecret`;
  await saveStripeConnection(ctx, { version: '', secretKey: key, webhookSecret: secret });
  stripe.standIn.control.addWebhook({ key, secret, url: `${stripe.url}/${ctx.business.slug}` });
  const party = await makeClient(ctx);
  return {
    ctx,
    system: makeSystemContext(ctx.business as Business),
    portal: portalOf(ctx, party),
    partyId: party.id,
    key,
    secret,
  };
}

/** A client's own context in the portal. */
export function portalOf(ctx: StaffContext, party: PortalContext['party']): PortalContext {
  return makePortalContext({
    business: ctx.business as Business,
    party,
    contactId: null,
    contactName: null,
    sessionId: newId(),
    locale: null,
  });
}

/** An issued invoice without tax, of £100.00 unless told otherwise. */
export async function invoiceOf(
  shop: Shop,
  unitPrice = '100.00',
  currency = shop.ctx.business.currency,
): Promise<string> {
  const lines = [draftLine({ unitPrice })];
  return (await makeInvoice(shop.ctx, shop.partyId, { lines, currency })).id;
}

/** Money that a person records as arrived at the bank, for one invoice or (null) for nothing yet. */
export function recordByBank(shop: Shop, documentId: string | null, amount: bigint) {
  return recordPayment(shop.ctx, {
    id: newId(),
    partyId: shop.partyId,
    currency: shop.ctx.business.currency,
    amount,
    method: 'BANK_TRANSFER',
    receivedOn: shop.ctx.today(),
    allocations: documentId ? [{ documentId, amount }] : [],
    sendReceipt: false,
  });
}

/** What the books say of a document. */
export async function stateOf(shop: Shop, documentId: string) {
  const { openAmount, processingAmount } = await shop.ctx.db.document.findUniqueOrThrow({
    where: shop.ctx.key(documentId),
  });
  return { open: openAmount, processing: processingAmount };
}

export async function creditIn(shop: Shop, currency = shop.ctx.business.currency): Promise<bigint> {
  const row = await shop.ctx.db.partyBalance.findFirst({
    where: { partyId: shop.partyId, currency },
  });
  return row?.credit ?? 0n;
}

/** Starts a checkout and gives the id of its Stripe session too. */
export async function start(shop: Shop, ...documentIds: string[]) {
  const started = await startCheckout(shop.portal, { documentIds });
  const row = await shop.ctx.db.checkout.findUniqueOrThrow({
    where: shop.ctx.key(started.checkoutId),
  });
  return { ...started, sessionId: row.stripeSessionId ?? '' };
}

/** A shop whose client has paid these invoices on one page. */
export async function paidOnline(...prices: string[]) {
  const shop = await openShop();
  const invoices: string[] = [];
  for (const price of prices) invoices.push(await invoiceOf(shop, price));
  const { sessionId } = await start(shop, ...invoices);
  const { control } = stripe.standIn;
  control.pay(sessionId);
  await arrive();
  const intent = String(control.session(sessionId).payment_intent);
  const charge = String(control.intent(intent).latest_charge);
  return { shop, invoices, intent, charge };
}

const STRIPE_JOBS = ['process-stripe-event', 'check-checkout', 'expire-checkout'] as const;

/** Waits until the stand-in has delivered its webhooks, then works on what is due. */
export async function arrive() {
  await stripe.standIn.control.webhooks.idle();
  return runJobs({ due: true, only: STRIPE_JOBS });
}

/** Works on everything about payments that is waiting, also what is meant for later. */
export const later = () => runJobs({ only: STRIPE_JOBS });

export async function paymentsIn(shop: Shop) {
  return shop.ctx.db.payment.findMany({ include: { allocations: true }, orderBy: { id: 'asc' } });
}

export const onlyPayment = async (shop: Shop) => (await paymentsIn(shop))[0];

/** What was written down of money that went back, or came back from there. */
export const takenBack = async (shop: Shop) =>
  (await eventKinds(shop)).filter((kind) => /refund|dispute/.test(kind));

export async function eventKinds(shop: Shop): Promise<string[]> {
  const events = await shop.ctx.db.event.findMany({
    where: { OR: [{ kind: { startsWith: 'payment.' } }, { kind: { startsWith: 'checkout.' } }] },
    orderBy: { seq: 'asc' },
  });
  return events.map((event) => event.kind);
}
