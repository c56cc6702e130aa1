import { createHash, randomBytes } from 'node:crypto';

/** An object of the simulated API. Amounts are JSON integers as on Stripe's wire (at most 12 digits). */
export interface ApiObject {
  id: string;
  object: string;
  [field: string]: unknown;
}
export interface Session extends ApiObject {
  amount_total: number;
  cancel_url: string | null;
  client_reference_id: string | null;
  created: number;
  currency: string;
  customer: string | null;
  customer_email: string | null;
  expires_at: number;
  locale: string | null;
  metadata: Record<string, string>;
  payment_intent: string | null;
  payment_method_types: string[];
  payment_status: 'paid' | 'unpaid' | 'no_payment_required';
  status: 'open' | 'complete' | 'expired';
  success_url: string;
  url: string | null;
}
export interface Intent extends ApiObject {
  amount: number;
  amount_received: number;
  created: number;
  currency: string;
  customer: string | null;
  latest_charge: string | null;
  status: 'requires_payment_method' | 'processing' | 'succeeded' | 'canceled';
}
export interface Charge extends ApiObject {
  amount: number;
  amount_refunded: number;
  balance_transaction: string | null;
  created: number;
  currency: string;
  customer: string | null;
  disputed: boolean;
  payment_intent: string;
  refunded: boolean;
  status: 'succeeded' | 'pending' | 'failed';
}
export interface Refund extends ApiObject {
  amount: number;
  charge: string;
  created: number;
  currency: string;
  payment_intent: string;
  status: 'pending' | 'succeeded' | 'failed' | 'canceled' | 'requires_action';
}
export interface Dispute extends ApiObject {
  amount: number;
  charge: string;
  created: number;
  currency: string;
  is_charge_refundable: boolean;
  payment_intent: string;
  status: string;
}
export interface LineItem extends ApiObject {
  amount_total: number;
  currency: string;
  description: string;
  quantity: number;
}
export interface EventObject extends ApiObject {
  created: number;
  type: string;
  data: { object: ApiObject };
  request: { id: string | null; idempotency_key: string | null };
}
export interface Endpoint extends ApiObject {
  api_version: string | null;
  created: number;
  enabled_events: string[];
  url: string;
}
/** What a session's payment will carry; not part of the session that the API shows. */
export interface PaymentTerms {
  description: string | null;
  metadata: Record<string, string>;
  receiptEmail: string | null;
  createCustomer: boolean;
  displayName: string | null;
}
/** A webhook endpoint with what only Stripe's side knows of it. */
export interface EndpointRecord {
  shown: Endpoint;
  secret: string;
  oldShape: boolean;
}
export interface SavedAnswer {
  path: string;
  form: string;
  status: number;
  body: unknown;
  requestId: string;
}
export interface Account {
  id: string;
  keyHint: string;
  livemode: boolean;
  created: number;
  revoked: boolean;
  sessions: Record<string, Session>;
  lineItems: Record<string, LineItem[]>;
  terms: Record<string, PaymentTerms>;
  intents: Record<string, Intent>;
  charges: Record<string, Charge>;
  refunds: Record<string, Refund>;
  disputes: Record<string, Dispute>;
  customers: Record<string, ApiObject & { created: number }>;
  balanceTransactions: Record<string, ApiObject & { created: number }>;
  events: Record<string, EventObject>;
  endpoints: Record<string, EndpointRecord>;
  answers: Record<string, SavedAnswer>;
}
/** One event on its way to one endpoint. */
export interface Delivery {
  id: string;
  accountId: string;
  eventId: string;
  eventType: string;
  endpointId: string;
  url: string;
  state: 'waiting' | 'delivered' | 'failed' | 'dropped';
  attempts: { at: string; status: number | null; problem: string | null }[];
}
/** Everything that outlives the process. Accounts are kept under the hash of their key. */
export interface World {
  accounts: Record<string, Account>;
  deliveries: Delivery[];
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A random id in Stripe's manner: prefix and letters and digits of both cases. */
export function makeId(prefix: string, length = 24): string {
  let id = prefix;
  for (const byte of randomBytes(length)) id += alphabet[byte % alphabet.length];
  return id;
}

/** The account behind a key; a key never seen before is an account of its own, as if just opened. */
export function accountOf(world: World, key: string, now: number): Account {
  const hash = createHash('sha256').update(key).digest('hex');
  const known = world.accounts[hash];
  if (known) return known;
  const account: Account = {
    id: `acct_1${hash.slice(0, 15)}`,
    keyHint: `${key.slice(0, 8)}…${key.slice(-4)}`,
    livemode: key.slice(3, 7) === 'live',
    created: now,
    revoked: false,
    sessions: {},
    lineItems: {},
    terms: {},
    intents: {},
    charges: {},
    refunds: {},
    disputes: {},
    customers: {},
    balanceTransactions: {},
    events: {},
    endpoints: {},
    answers: {},
  };
  world.accounts[hash] = account;
  return account;
}

/** Any object of an account by its id, or undefined. */
export function findObject(account: Account, id: string): ApiObject | undefined {
  const shelves: Record<string, ApiObject>[] = [
    account.sessions,
    account.intents,
    account.charges,
    account.refunds,
    account.disputes,
    account.customers,
    account.balanceTransactions,
    account.events,
  ];
  for (const shelf of shelves) {
    if (Object.hasOwn(shelf, id)) return shelf[id];
  }
  return undefined;
}
