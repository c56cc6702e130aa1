import { describe, expect, it } from 'vitest';
import { seal } from '@/lib/auth/secrets';
import { saveStripeConnection } from '@/lib/businesses/stripe-connection';
import { unscopedDb } from '@/lib/db/client';
import { lastWebhook } from '@/lib/payments/queries';
import { signWebhook } from '@/lib/stripe/stand-in/webhook-signature';
import {
  arrive,
  deliver,
  invoiceOf,
  openShop,
  type Shop,
  start,
  stateOf,
  stripe,
  withStripe,
} from './world';

withStripe();

let events = 0;

/** A webhook body as Stripe would send it, with whatever a test changes. */
function bodyOf(changes: Record<string, unknown> = {}): string {
  events += 1;
  return JSON.stringify({
    id: `evt_${process.pid}_${events}`,
    object: 'event',
    type: 'checkout.session.completed',
    livemode: false,
    created: Math.floor(Date.now() / 1000),
    data: { object: { id: 'cs_test_none', object: 'checkout.session' } },
    ...changes,
  });
}

const seconds = (offset = 0) => Math.floor(Date.now() / 1000) + offset;

async function post(shop: Shop, body: string, signature: string, slug = shop.ctx.business.slug) {
  const answer = await deliver(slug, body, { signature });
  return { status: answer.status, text: await answer.text() };
}

const idOf = (body: string): string => JSON.parse(body).id;

/** How many jobs wait to look at what an event is about. */
async function jobsOf(body: string): Promise<number> {
  const [row] = await unscopedDb().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM pgboss.job
    WHERE name = 'process-stripe-event' AND data->>'eventId' = ${idOf(body)} AND state = 'created'`;
  return row?.n ?? 0;
}

describe('A webhook', () => {
  it('is stored with its job once it is signed by this business’s secret', async () => {
    const shop = await openShop();
    expect(await lastWebhook(shop.ctx)).toBeNull();
    const body = bodyOf();
    const answer = await post(shop, body, signWebhook(body, [shop.secret]));
    expect(answer.status).toBe(200);
    expect(await shop.ctx.db.stripeEvent.count({ where: { processedAt: null } })).toBe(1);
    expect(await lastWebhook(shop.ctx)).not.toBeNull();
    await arrive();
    expect(await shop.ctx.db.stripeEvent.findFirst()).toMatchObject({ outcome: 'notOurs' });
  });

  it('gets one and the same refusal for a wrong secret, an old or future time, no signature and no business', async () => {
    const shop = await openShop();
    const stranger = await openShop();
    const body = bodyOf();
    const signed = signWebhook(body, [shop.secret]);
    const answers = [
      await post(shop, body, signWebhook(body, ['whsec_guessed0guessed'])),
      await post(shop, body, signWebhook(body, [stranger.secret])),
      await post(shop, body, signWebhook(body, [shop.secret], seconds(-301))),
      await post(shop, body, signWebhook(body, [shop.secret], seconds(310))),
      await post(shop, body, ''),
      await post(shop, body, signed.replace('v1=', 'v0=')),
      await post(shop, `${body} `, signed),
      await post(shop, body, signed, 'no-such-business'),
      await post(shop, body, signed, stranger.ctx.business.slug),
    ];
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(400);
    expect(await shop.ctx.db.stripeEvent.count()).toBe(0);
    expect(await stranger.ctx.db.stripeEvent.count()).toBe(0);
  });

  it('is refused while the business has no connection', async () => {
    const shop = await openShop();
    await unscopedDb().stripeConnection.delete({ where: { businessId: shop.ctx.business.id } });
    const body = bodyOf();
    expect((await post(shop, body, signWebhook(body, [shop.secret]))).status).toBe(400);
    expect((await post(shop, body, signWebhook(body, ['']))).status).toBe(400);
  });

  it('of an empty secret is refused, whatever was signed', async () => {
    const shop = await openShop();
    const { id } = shop.ctx.business;
    await unscopedDb().stripeConnection.update({
      where: { businessId: id },
      data: { webhookSecretSealed: seal(' ,  ', `stripe-webhook:${id}`) },
    });
    const body = bodyOf();
    expect((await post(shop, body, signWebhook(body, ['']))).status).toBe(400);
  });

  it('may be signed by either of two secrets while one replaces the other', async () => {
    const shop = await openShop();
    const { id } = shop.ctx.business;
    await unscopedDb().stripeConnection.update({
      where: { businessId: id },
      data: {
        webhookSecretSealed: seal(`whsec_newnewnew, ${shop.secret}`, `stripe-webhook:${id}`),
      },
    });
    for (const secret of ['whsec_newnewnew', shop.secret]) {
      const body = bodyOf();
      expect((await post(shop, body, signWebhook(body, [secret]))).status).toBe(200);
    }
    await arrive();
  });

  it('of the live mode is refused by a test connection, and one of a connected account always', async () => {
    const shop = await openShop();
    for (const change of [
      { livemode: true },
      { account: 'acct_1connected' },
      { context: 'acct_1connected' },
    ]) {
      const body = bodyOf(change);
      expect((await post(shop, body, signWebhook(body, [shop.secret]))).status).toBe(400);
    }
    expect(await shop.ctx.db.stripeEvent.count()).toBe(0);
  });

  it('that is no event, or far too large, is refused', async () => {
    const shop = await openShop();
    for (const body of ['{}', 'null', 'nonsense', '[]', '{"object":"event"}']) {
      expect((await post(shop, body, signWebhook(body, [shop.secret]))).status).toBe(400);
    }
    const huge = bodyOf({ pad: 'x'.repeat(1_100_000) });
    expect((await post(shop, huge, signWebhook(huge, [shop.secret]))).status).toBe(413);
  });

  it('of the thin kind and of types that do not concern us are noted and left alone', async () => {
    const shop = await openShop();
    const thin = JSON.stringify({
      id: 'evt_thin_1',
      object: 'v2.core.event',
      type: 'v1.checkout.session.completed',
      livemode: false,
      created: new Date().toISOString(),
      related_object: {
        id: 'cs_test_1',
        type: 'checkout.session',
        url: '/v1/checkout/sessions/cs_test_1',
      },
    });
    const other = bodyOf({
      type: 'payout.paid',
      data: { object: { id: 'po_1', object: 'payout' } },
    });
    for (const body of [thin, other]) {
      expect((await post(shop, body, signWebhook(body, [shop.secret]))).status).toBe(200);
    }
    await arrive();
    const outcomes = await shop.ctx.db.stripeEvent.findMany();
    expect(outcomes.map((row) => row.outcome)).toEqual(['ignored', 'ignored']);
  });

  it('that comes twenty times at once is stored once and answered each time', async () => {
    const shop = await openShop();
    const body = bodyOf();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(shop, body, signWebhook(body, [shop.secret]))),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(await shop.ctx.db.stripeEvent.count()).toBe(1);
    expect(await jobsOf(body)).toBe(1);
    await arrive();
  });

  it('whose job got lost has a new one when Stripe sends it again, a minute later', async () => {
    const shop = await openShop();
    const body = bodyOf();
    const send = () => post(shop, body, signWebhook(body, [shop.secret]));
    await send();
    await unscopedDb().$executeRaw`DELETE FROM pgboss.job WHERE data->>'eventId' = ${idOf(body)}`;
    await send();
    expect(await jobsOf(body)).toBe(0);
    await shop.ctx.db.stripeEvent.updateMany({
      data: { receivedAt: new Date(seconds(-61) * 1000) },
    });
    await send();
    expect(await jobsOf(body)).toBe(1);
    await arrive();
    await send();
    expect(await jobsOf(body), 'once it is done').toBe(0);
  });

  it('of an old endpoint, which says little, leads to the same payment', async () => {
    const shop = await openShop();
    const { key, secret } = shop;
    const url = `${stripe.url}/${shop.ctx.business.slug}`;
    stripe.standIn.control.addWebhook({ key, secret, url, oldShape: true });
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    stripe.standIn.control.pay(sessionId);
    await arrive();
    expect(await stateOf(shop, invoice)).toEqual({ open: 0n, processing: 0n });
  });

  it('keeps working while the owner changes the key of the same account', async () => {
    const shop = await openShop();
    const invoice = await invoiceOf(shop);
    const { sessionId } = await start(shop, invoice);
    const connection = await shop.ctx.db.stripeConnection.findUniqueOrThrow({
      where: { businessId: shop.ctx.business.id },
    });
    const row = JSON.stringify(connection);
    expect(row, 'encrypted').not.toContain(shop.key);
    expect(row, 'encrypted').not.toContain(shop.secret);
    await saveStripeConnection(shop.ctx, {
      version: String(connection.version),
      secretKey: shop.key,
      webhookSecret: '',
    });
    stripe.standIn.control.pay(sessionId);
    await arrive();
    expect(await stateOf(shop, invoice)).toEqual({ open: 0n, processing: 0n });
  });
});
