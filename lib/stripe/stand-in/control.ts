import type { Api, ApiRequest } from '@/lib/stripe/stand-in/api';
import { invalidParameter, noSuch } from '@/lib/stripe/stand-in/api-refusal';
import { expireOverdue, expireSession } from '@/lib/stripe/stand-in/checkout-sessions';
import { isLoopback } from '@/lib/stripe/stand-in/courier';
import {
  closeDispute,
  type DisputeTerms,
  escalateDispute,
  openDispute,
} from '@/lib/stripe/stand-in/disputes';
import type { Outage } from '@/lib/stripe/stand-in/faults';
import { failPayment, payWith, type Shopper, settlePayment } from '@/lib/stripe/stand-in/payments';
import { failRefund, refundCharge, settleRefund } from '@/lib/stripe/stand-in/refunds';
import {
  type Account,
  accountOf,
  type Charge,
  type Delivery,
  type Dispute,
  type EventObject,
  type Intent,
  makeId,
  type Refund,
  type Session,
} from '@/lib/stripe/stand-in/world';

export interface WebhookTerms {
  key: string;
  url: string;
  /** `whsec_…`; made up when left out. */
  secret?: string;
  events?: string[];
  /** Payloads as an endpoint of 2019 would get them. */
  oldShape?: boolean;
}

/** The hands of shoppers, banks and the dashboard's owner. Ids alone say whose object it is. */
export interface Control {
  pay(sessionId: string, shopper?: Partial<Shopper>): Session;
  settle(sessionId: string): Session;
  fail(sessionId: string): Session;
  expire(sessionId: string): Session;
  session(sessionId: string): Session;
  sessions(): Session[];
  intent(intentId: string): Intent;
  refund(paymentIntentId: string, amount?: number): Refund;
  settleRefund(refundId: string): Refund;
  failRefund(refundId: string): Refund;
  dispute(chargeId: string, terms?: DisputeTerms): Dispute;
  escalateDispute(disputeId: string): Dispute;
  closeDispute(disputeId: string, outcome: 'won' | 'lost'): Dispute;
  /** As pasted by hand in the dashboard; the same address under the same key is replaced. */
  addWebhook(terms: WebhookTerms): { id: string; secret: string };
  removeWebhook(endpointId: string): void;
  resend(eventId: string): number;
  revokeKey(key: string): void;
  events(): EventObject[];
  /** null: works again. */
  setDown(outage: Outage | boolean | null): void;
  setLatency(milliseconds: number): void;
  loseAnswers(count: number): void;
  /** Unix seconds; null returns to the real clock. Expiry follows at once. */
  setTime(seconds: number | null): void;
  advance(seconds: number): void;
  webhooks: {
    pause(): void;
    resume(): void;
    duplicateNext(count: number): void;
    reorder(): void;
    dropNext(count: number): void;
    idle(): Promise<void>;
    deliveries(): Delivery[];
  };
  requests(): ApiRequest[];
}

export function makeControl(api: Api, setTime: (seconds: number | null) => void): Control {
  const { simulation } = api;
  const { courier, world } = simulation;

  /** Finds the object wherever it is, does the deed, keeps the world. */
  function act<T>(
    kind: string,
    shelf: (account: Account) => Record<string, T>,
    id: string,
    deed: (account: Account, object: T) => void = () => {},
  ): T {
    for (const account of Object.values(world.accounts)) {
      if (!Object.hasOwn(shelf(account), id)) continue;
      const object = shelf(account)[id] as T;
      try {
        deed(account, object);
      } finally {
        simulation.changed();
      }
      return object;
    }
    throw noSuch(kind, id);
  }
  const onSession = (id: string, deed?: (account: Account, session: Session) => void) =>
    act('checkout.session', (account) => account.sessions, id, deed);
  const onRefund = (id: string, deed: (account: Account, refund: Refund) => void) =>
    act('refund', (account) => account.refunds, id, deed);
  const onDispute = (id: string, deed: (account: Account, dispute: Dispute) => void) =>
    act('dispute', (account) => account.disputes, id, deed);

  return {
    pay: (id, shopper = {}) =>
      onSession(id, (account, session) =>
        payWith(simulation, account, session, { ...shopper, method: shopper.method ?? 'card' }),
      ),
    settle: (id) =>
      onSession(id, (account, session) => settlePayment(simulation, account, session)),
    fail: (id) => onSession(id, (account, session) => failPayment(simulation, account, session)),
    expire: (id) =>
      onSession(id, (account, session) => {
        expireSession(simulation, account, session);
      }),
    session: (id) => onSession(id),
    sessions: () => Object.values(world.accounts).flatMap((one) => Object.values(one.sessions)),
    intent: (id) => act<Intent>('payment_intent', (account) => account.intents, id),
    refund(id, amount) {
      let made: Refund | undefined;
      act<Intent>(
        'payment_intent',
        (account) => account.intents,
        id,
        (account, intent) => {
          made = refundCharge(simulation, account, { payment_intent: intent.id, amount });
        },
      );
      if (!made) throw new Error('a refund was neither made nor refused');
      return made;
    },
    settleRefund: (id) =>
      onRefund(id, (account, refund) => settleRefund(simulation, account, refund)),
    failRefund: (id) => onRefund(id, (account, refund) => failRefund(simulation, account, refund)),
    dispute(chargeId, terms) {
      let made: Dispute | undefined;
      act<Charge>(
        'charge',
        (account) => account.charges,
        chargeId,
        (account, charge) => {
          made = openDispute(simulation, account, charge, terms);
        },
      );
      if (!made) throw new Error('a dispute was neither made nor refused');
      return made;
    },
    escalateDispute: (id) =>
      onDispute(id, (account, dispute) => escalateDispute(simulation, account, dispute)),
    closeDispute: (id, outcome) =>
      onDispute(id, (account, dispute) => closeDispute(simulation, account, dispute, outcome)),
    addWebhook: (terms) => addWebhook(api, terms),
    removeWebhook: (id) => {
      act(
        'webhook_endpoint',
        (account) => account.endpoints,
        id,
        (account) => {
          delete account.endpoints[id];
        },
      );
    },
    resend(id) {
      let sent = 0;
      act<EventObject>(
        'event',
        (account) => account.events,
        id,
        (account, event) => {
          sent = courier.resend(account, event);
        },
      );
      return sent;
    },
    revokeKey(key) {
      accountOf(world, key, simulation.now()).revoked = true;
      simulation.changed();
    },
    events: () => Object.values(world.accounts).flatMap((one) => Object.values(one.events)),
    setDown(outage) {
      api.faults.outage = outage === true ? 'error' : outage || null;
    },
    setLatency(milliseconds) {
      api.faults.latency = milliseconds;
    },
    loseAnswers: (count) => api.faults.loseAnswers(count),
    setTime(seconds) {
      setTime(seconds);
      if (expireOverdue(simulation)) simulation.changed();
    },
    advance(seconds) {
      setTime(simulation.now() + seconds);
      if (expireOverdue(simulation)) simulation.changed();
    },
    webhooks: {
      pause: () => courier.pause(),
      resume: () => courier.resume(),
      duplicateNext: (count) => courier.duplicateNext(count),
      reorder: () => courier.reorder(),
      dropNext: (count) => courier.dropNext(count),
      idle: () => courier.idle(),
      deliveries: () => [...world.deliveries],
    },
    requests: () => [...api.requests],
  };
}

function addWebhook(api: Api, terms: WebhookTerms): { id: string; secret: string } {
  const { simulation } = api;
  if (!isLoopback(terms.url)) {
    throw invalidParameter('url', 'Only http addresses on this machine are called.', 'url_invalid');
  }
  const account = accountOf(simulation.world, terms.key, simulation.now());
  const known = Object.values(account.endpoints).find(({ shown }) => shown.url === terms.url);
  const id = known?.shown.id ?? makeId('we_1');
  const secret = terms.secret ?? known?.secret ?? makeId('whsec_', 32);
  account.endpoints[id] = {
    shown: {
      id,
      object: 'webhook_endpoint',
      api_version: terms.oldShape ? '2019-02-19' : null,
      application: null,
      created: simulation.now(),
      description: null,
      enabled_events: terms.events ?? ['*'],
      livemode: account.livemode,
      metadata: {},
      status: 'enabled',
      url: terms.url,
    },
    secret,
    oldShape: terms.oldShape === true,
  };
  simulation.changed();
  return { id, secret };
}
