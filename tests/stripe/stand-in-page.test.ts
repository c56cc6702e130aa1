import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type StripeStandIn, startStripeStandIn } from '@/lib/stripe/stand-in/server';
import { invoiceSession, sdk } from './stand-in-setup';

let standIn: StripeStandIn;
beforeEach(async () => {
  standIn = await startStripeStandIn({ retryDelays: [20, 20] });
});
afterEach(() => standIn.close());

async function paidSession(method: 'card' | 'debit' = 'card'): Promise<string> {
  const session = await sdk(standIn).checkout.sessions.create(invoiceSession());
  standIn.control.pay(session.id, { method });
  return session.id;
}

describe('the hosted page', () => {
  test('shows the items in the browser language, from right to left in Arabic', async () => {
    const session = await sdk(standIn).checkout.sessions.create(
      invoiceSession({ locale: 'auto', branding_settings: { display_name: 'Studio <North>' } }),
    );
    const arabic = await fetch(String(session.url), { headers: { 'accept-language': 'ar-EG,en' } });
    const markup = await arabic.text();
    expect(markup).toContain('dir="rtl"');
    expect(markup).toContain('Studio &lt;North&gt;');
    expect(markup).toContain('INV-1');
    const chosen = await (await fetch(`${session.url}?lang=zh`)).text();
    expect(chosen).toContain('模拟付款页面');
    expect((await fetch(`${standIn.url}/pay/cs_test_none`)).status).toBe(404);
    expect((await fetch(`${standIn.url}/fonts/vazirmatn/index.css`)).status).toBe(200);
    expect((await fetch(`${standIn.url}/fonts/vazirmatn/package.json`)).status).toBe(404);
  });

  test('a press on Pay leads back to the merchant with the session, also the second time', async () => {
    const session = await sdk(standIn).checkout.sessions.create(invoiceSession());
    for (let n = 0; n < 2; n += 1) {
      const answer = await press(String(session.url), {
        button: 'card',
        card: '4242 4242 4242 4242',
      });
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(
        `http://127.0.0.1:3999/back?session=${session.id}`,
      );
    }
    expect(standIn.control.session(session.id).payment_status).toBe('paid');
  });

  test('a declined or unknown card takes nothing and says so', async () => {
    const session = await sdk(standIn).checkout.sessions.create(invoiceSession());
    const forms: Record<string, string>[] = [
      { button: 'decline' },
      { button: 'card', card: '4000000000000002' },
      { button: 'card', card: '4111' },
    ];
    for (const form of forms) {
      const answer = await press(String(session.url), form);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('Nothing was taken');
    }
    expect(standIn.control.session(session.id).status).toBe('open');
    const foreign = await press(
      String(session.url),
      { button: 'card' },
      { origin: 'http://evil.example' },
    );
    expect(foreign.status).toBe(403);
  });

  test('the dashboard settles debits and refunds by typed amount', async () => {
    const id = await paidSession('debit');
    await press(standIn.url, { deed: 'settle', id });
    const intent = String(standIn.control.session(id).payment_intent);
    await press(standIn.url, { deed: 'refund', id: intent, amount: '19.5', currency: 'eur' });
    const page = await (await fetch(standIn.url)).text();
    expect(page).toContain('refunded €19.50');
    expect(
      (await press(standIn.url, { deed: 'refund', id: intent, amount: '1.999', currency: 'eur' }))
        .status,
    ).toBe(400);
  });

  test('another process reaches the same controls as JSON', async () => {
    const session = await sdk(standIn).checkout.sessions.create(invoiceSession());
    const paid = await control('pay', { session: session.id, method: 'debit' });
    expect(await paid.json()).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
    expect((await control('settle', { session: 'cs_none' })).status).toBe(404);
    expect((await control('settle', { sesion: session.id })).status).toBe(400);
    expect((await control('dance', {})).status).toBe(404);
    const requests = await (await fetch(`${standIn.url}/_control/requests`)).json();
    expect(requests).toMatchObject([{ path: '/v1/checkout/sessions', status: 200 }]);
  });
});

function press(url: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(url, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers,
    redirect: 'manual',
  });
}

function control(verb: string, body: unknown) {
  return fetch(`${standIn.url}/_control/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
