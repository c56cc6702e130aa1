import { invalidParameter, noSuch } from '@/lib/stripe/stand-in/api-refusal';
import { expireSession, openSession } from '@/lib/stripe/stand-in/checkout-sessions';
import { isLoopback } from '@/lib/stripe/stand-in/courier';
import { newCustomer } from '@/lib/stripe/stand-in/customers';
import type { FormTree } from '@/lib/stripe/stand-in/form';
import { listPage } from '@/lib/stripe/stand-in/listing';
import * as parameters from '@/lib/stripe/stand-in/parameters';
import { refundCharge } from '@/lib/stripe/stand-in/refunds';
import { type ReadFields, type Rule, readFields } from '@/lib/stripe/stand-in/rules';
import { emit, pinnedVersion, type Simulation } from '@/lib/stripe/stand-in/simulation';
import { type Account, type ApiObject, type Endpoint, makeId } from '@/lib/stripe/stand-in/world';

interface Operation {
  method: string;
  path: RegExp;
  /** Reads the parameters (refusing what Stripe refuses) and gives back what carries them out. */
  prepare(form: FormTree, id: string): (simulation: Simulation, account: Account) => ApiObject;
}

const operations: Operation[] = [
  operation('GET', '/v1/account', parameters.retrieveOnly, (_simulation, account) =>
    shownAccount(account),
  ),
  operation('POST', '/v1/checkout/sessions', parameters.createSession, openSession),
  operation(
    'GET',
    '/v1/checkout/sessions',
    parameters.listSessions,
    (_simulation, account, given) =>
      listPage('/v1/checkout/sessions', Object.values(account.sessions), given, (session) =>
        matches(session, {
          customer: given.customer,
          payment_intent: given.payment_intent,
          status: given.status,
          customer_email: given.customer_details?.email,
        }),
      ),
  ),
  retrieve('/v1/checkout/sessions/:id', 'checkout.session', (account) => account.sessions),
  operation(
    'POST',
    '/v1/checkout/sessions/:id/expire',
    parameters.retrieveOnly,
    (simulation, account, _given, id) =>
      expireSession(simulation, account, pick(account.sessions, 'checkout.session', id)),
  ),
  operation(
    'GET',
    '/v1/checkout/sessions/:id/line_items',
    parameters.listOnly,
    (_simulation, account, given, id) => {
      pick(account.sessions, 'checkout.session', id);
      const url = `/v1/checkout/sessions/${id}/line_items`;
      return listPage(url, account.lineItems[id] ?? [], given, undefined, 'given');
    },
  ),
  operation('GET', '/v1/payment_intents', parameters.listIntents, (_simulation, account, given) =>
    listPage('/v1/payment_intents', Object.values(account.intents), given, (intent) =>
      matches(intent, { customer: given.customer }),
    ),
  ),
  operation(
    'GET',
    '/v1/payment_intents/:id',
    parameters.retrieveIntent,
    (_simulation, account, _given, id) => pick(account.intents, 'payment_intent', id),
  ),
  operation('GET', '/v1/charges', parameters.listCharges, (_simulation, account, given) =>
    listPage('/v1/charges', Object.values(account.charges), given, (charge) =>
      matches(charge, { customer: given.customer, payment_intent: given.payment_intent }),
    ),
  ),
  retrieve('/v1/charges/:id', 'charge', (account) => account.charges),
  operation('POST', '/v1/refunds', parameters.createRefund, refundCharge),
  operation('GET', '/v1/refunds', parameters.listRefunds, (_simulation, account, given) =>
    listPage('/v1/refunds', Object.values(account.refunds), given, (refund) =>
      matches(refund, { charge: given.charge, payment_intent: given.payment_intent }),
    ),
  ),
  retrieve('/v1/refunds/:id', 'refund', (account) => account.refunds),
  operation('GET', '/v1/disputes', parameters.listRefunds, (_simulation, account, given) =>
    listPage('/v1/disputes', Object.values(account.disputes), given, (dispute) =>
      matches(dispute, { charge: given.charge, payment_intent: given.payment_intent }),
    ),
  ),
  retrieve('/v1/disputes/:id', 'dispute', (account) => account.disputes),
  retrieve(
    '/v1/balance_transactions/:id',
    'balance_transaction',
    (account) => account.balanceTransactions,
  ),
  retrieve('/v1/customers/:id', 'customer', (account) => account.customers),
  operation('POST', '/v1/customers', parameters.createCustomer, (simulation, account, given) => {
    const customer = newCustomer(account, given, simulation.now());
    account.customers[customer.id] = customer;
    emit(simulation, account, 'customer.created', customer);
    return customer;
  }),
  retrieve('/v1/events/:id', 'event', (account) => account.events),
  operation('GET', '/v1/events', parameters.listEvents, listEvents),
  operation('POST', '/v1/webhook_endpoints', parameters.createEndpoint, createEndpoint),
  operation('GET', '/v1/webhook_endpoints', parameters.listOnly, (_simulation, account, given) => {
    const shown = Object.values(account.endpoints).map((endpoint) => endpoint.shown);
    return listPage('/v1/webhook_endpoints', shown, given);
  }),
  operation('DELETE', '/v1/webhook_endpoints/:id', {}, (_simulation, account, _given, id) => {
    pick(account.endpoints, 'webhook_endpoint', id);
    delete account.endpoints[id];
    return { id, object: 'webhook_endpoint', deleted: true };
  }),
];

/** The operation for a request, with the id from its path; undefined for an address unknown here. */
export function findOperation(
  method: string,
  path: string,
): { operation: Operation; id: string } | undefined {
  for (const candidate of operations) {
    if (candidate.method !== method) continue;
    const match = candidate.path.exec(path);
    if (match) return { operation: candidate, id: match[1] ?? '' };
  }
  return undefined;
}

function operation<F extends Record<string, Rule<unknown>>>(
  method: string,
  path: string,
  fields: F,
  run: (simulation: Simulation, account: Account, given: ReadFields<F>, id: string) => ApiObject,
): Operation {
  return {
    method,
    path: new RegExp(`^${path.replace(':id', '([A-Za-z0-9_]+)')}$`),
    prepare(form, id) {
      const given = readFields(fields, form);
      return (simulation, account) => run(simulation, account, given, id);
    },
  };
}

function retrieve(
  path: string,
  kind: string,
  shelf: (account: Account) => Record<string, ApiObject>,
): Operation {
  return operation('GET', path, parameters.retrieveOnly, (_simulation, account, _given, id) =>
    pick(shelf(account), kind, id),
  );
}

function pick<T>(shelf: Record<string, T>, kind: string, id: string): T {
  const found = Object.hasOwn(shelf, id) ? shelf[id] : undefined;
  if (!found) throw noSuch(kind, id);
  return found;
}

function matches(object: ApiObject, filter: Record<string, unknown>): boolean {
  return Object.entries(filter).every(([field, value]) => {
    return value === undefined || object[field] === value;
  });
}

function listEvents(
  simulation: Simulation,
  account: Account,
  given: ReadFields<typeof parameters.listEvents>,
): ApiObject {
  if (given.type !== undefined && given.types) {
    throw invalidParameter('types', 'You may only specify one of these parameters: type, types.');
  }
  const oldest = simulation.now() - 30 * 86_400;
  const undelivered = new Set(
    simulation.world.deliveries
      .filter((delivery) => delivery.state !== 'delivered')
      .map((delivery) => delivery.eventId),
  );
  return listPage('/v1/events', Object.values(account.events), given, (event) => {
    if (event.created < oldest) return false;
    if (given.type !== undefined && !typeMatches(given.type, event.type)) return false;
    if (given.types && !given.types.includes(event.type)) return false;
    return (
      given.delivery_success === undefined || given.delivery_success === !undelivered.has(event.id)
    );
  });
}

function typeMatches(wanted: string, type: string): boolean {
  return wanted.endsWith('.*') ? type.startsWith(wanted.slice(0, -1)) : wanted === type;
}

function createEndpoint(
  simulation: Simulation,
  account: Account,
  given: ReadFields<typeof parameters.createEndpoint>,
): ApiObject {
  const version = given.api_version ?? null;
  if (
    version !== null &&
    !(/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(version) && version <= pinnedVersion)
  ) {
    throw invalidParameter('api_version', `Invalid API version: ${version}`);
  }
  if (!isLoopback(given.url)) {
    throw invalidParameter(
      'url',
      `Portico's stand-in for Stripe only calls http addresses on this machine.`,
      'url_invalid',
    );
  }
  const secret = makeId('whsec_', 32);
  const shown: Endpoint = {
    id: makeId('we_1'),
    object: 'webhook_endpoint',
    api_version: version,
    application: null,
    created: simulation.now(),
    description: given.description || null,
    enabled_events: given.enabled_events,
    livemode: account.livemode,
    metadata: given.metadata ?? {},
    status: 'enabled',
    url: given.url,
  };
  const oldShape = version !== null && version < '2020';
  account.endpoints[shown.id] = { shown, secret, oldShape };
  return { ...shown, secret };
}

function shownAccount(account: Account): ApiObject {
  return {
    id: account.id,
    object: 'account',
    business_profile: { name: 'Simulated account', url: null },
    business_type: 'company',
    capabilities: { card_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    controller: { type: 'account' },
    country: 'DE',
    created: account.created,
    default_currency: 'eur',
    details_submitted: true,
    email: 'owner@simulated.example',
    metadata: {},
    payouts_enabled: true,
    settings: { dashboard: { display_name: 'Simulated account', timezone: 'Etc/UTC' } },
    type: 'standard',
  };
}
