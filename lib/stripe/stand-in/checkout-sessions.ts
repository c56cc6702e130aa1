import { ApiRefusal, invalidParameter, noSuch } from '@/lib/stripe/stand-in/api-refusal';
import { checkCurrency, checkStep, checkTotal } from '@/lib/stripe/stand-in/currencies';
import { offeredMethods } from '@/lib/stripe/stand-in/methods';
import type { createSession } from '@/lib/stripe/stand-in/parameters';
import type { ReadFields } from '@/lib/stripe/stand-in/rules';
import { emit, type Simulation } from '@/lib/stripe/stand-in/simulation';
import { type Account, type LineItem, makeId, type Session } from '@/lib/stripe/stand-in/world';

type CreateSession = ReadFields<typeof createSession>;
const halfHour = 1800;
const day = 86_400;

/** POST /v1/checkout/sessions in payment mode with the hosted page. */
export function openSession(
  simulation: Simulation,
  account: Account,
  given: CreateSession,
): Session {
  checkKind(given);
  const now = simulation.now();
  const expiresAt = given.expires_at ?? now + day;
  if (expiresAt < now + halfHour) {
    throw invalidParameter(
      'expires_at',
      'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.',
    );
  }
  if (expiresAt > now + day) {
    throw invalidParameter(
      'expires_at',
      'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.',
    );
  }
  checkPayer(account, given);
  const id = makeId(`cs_${account.livemode ? 'live' : 'test'}_a1`, 56);
  const { items, currency } = readItems(given);
  const total = items.reduce((sum, item) => sum + item.amount_total, 0);
  checkStep(total, currency, 'line_items');
  checkTotal(total, currency, 'line_items[0][price_data][unit_amount]');
  const methods = offeredMethods(
    currency,
    given.allowed_payment_method_types,
    given.excluded_payment_method_types,
  );
  if (!methods.length) {
    throw new ApiRefusal('No valid payment method types for this Checkout Session.');
  }
  const session: Session = {
    ...quietFields,
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: given.adaptive_pricing?.enabled ?? true },
    allowed_payment_method_types: given.allowed_payment_method_types ?? null,
    amount_subtotal: total,
    amount_total: total,
    billing_address_collection: given.billing_address_collection ?? null,
    cancel_url: given.cancel_url ?? null,
    client_reference_id: given.client_reference_id ?? null,
    created: now,
    currency,
    customer: given.customer ?? null,
    customer_creation: given.customer ? null : (given.customer_creation ?? 'if_required'),
    customer_details: given.customer_email ? { email: given.customer_email } : null,
    customer_email: given.customer_email ?? null,
    expires_at: expiresAt,
    integration_identifier: given.integration_identifier ?? null,
    livemode: account.livemode,
    locale: given.locale ?? null,
    metadata: given.metadata ?? {},
    origin_context: given.origin_context ?? null,
    payment_intent: null,
    payment_method_types: methods,
    payment_status: 'unpaid',
    status: 'open',
    submit_type: given.submit_type ?? null,
    success_url: given.success_url ?? '',
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    url: `${simulation.address()}/pay/${id}`,
  };
  account.sessions[id] = session;
  account.lineItems[id] = items;
  account.terms[id] = {
    description: given.payment_intent_data?.description ?? null,
    metadata: given.payment_intent_data?.metadata ?? {},
    receiptEmail: given.payment_intent_data?.receipt_email ?? null,
    createCustomer: given.customer_creation === 'always',
    displayName: given.branding_settings?.display_name ?? null,
  };
  return session;
}

/** POST /v1/checkout/sessions/:id/expire, or the page's time running out. Only open ones expire. */
export function expireSession(simulation: Simulation, account: Account, session: Session): Session {
  if (session.status !== 'open') {
    throw new ApiRefusal(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    );
  }
  session.status = 'expired';
  session.url = null;
  emit(simulation, account, 'checkout.session.expired', session);
  return session;
}

/** Expires whatever the simulation's clock has passed; true if that changed anything. */
export function expireOverdue(simulation: Simulation): boolean {
  const now = simulation.now();
  let changed = false;
  for (const account of Object.values(simulation.world.accounts)) {
    for (const session of Object.values(account.sessions)) {
      if (session.status !== 'open' || session.expires_at > now) continue;
      expireSession(simulation, account, session);
      changed = true;
    }
  }
  return changed;
}

function checkKind(given: CreateSession): void {
  if (!given.mode) throw missing('mode');
  if (given.mode !== 'payment') {
    throw invalidParameter('mode', `Portico's stand-in for Stripe only simulates mode=payment.`);
  }
  if (given.ui_mode && given.ui_mode !== 'hosted_page') {
    throw invalidParameter('ui_mode', `Portico's stand-in for Stripe only simulates hosted_page.`);
  }
  for (const param of ['return_url', 'redirect_on_completion'] as const) {
    if (given[param] === undefined) continue;
    throw invalidParameter(param, `\`${param}\` can only be used with an embedded page.`);
  }
  if (!given.success_url) throw missing('success_url');
  if (!given.line_items?.length) throw missing('line_items');
  if (given.submit_type === 'subscribe') {
    throw invalidParameter('submit_type', 'submit_type=subscribe needs mode=subscription.');
  }
  if (given.allowed_payment_method_types && given.excluded_payment_method_types) {
    throw invalidParameter(
      'excluded_payment_method_types',
      'You may only specify one of allowed_payment_method_types, excluded_payment_method_types.',
    );
  }
}

function checkPayer(account: Account, given: CreateSession): void {
  if (given.customer && given.customer_email) {
    throw invalidParameter(
      'customer_email',
      'You may only specify one of these parameters: customer, customer_email.',
    );
  }
  if (given.customer && given.customer_creation) {
    throw invalidParameter(
      'customer_creation',
      'You may only specify one of these parameters: customer, customer_creation.',
    );
  }
  if (given.customer_update && !given.customer) {
    throw invalidParameter(
      'customer_update',
      '`customer_update` can only be used with `customer`.',
    );
  }
  if (given.customer && !Object.hasOwn(account.customers, given.customer)) {
    throw noSuch('customer', given.customer, 'customer');
  }
}

function readItems(given: CreateSession): { items: LineItem[]; currency: string } {
  const lines = given.line_items ?? [];
  const currency = lines[0]?.price_data?.currency ?? given.currency ?? '';
  const items = lines.map((line, index): LineItem => {
    const at = `line_items[${index}]`;
    if (line.price !== undefined) throw noSuch('price', line.price, `${at}[price]`);
    const data = line.price_data;
    if (!data) throw missing(`${at}[price_data]`);
    checkCurrency(data.currency, `${at}[price_data][currency]`);
    if (data.currency !== currency || (given.currency && given.currency !== currency)) {
      throw invalidParameter(
        `${at}[price_data][currency]`,
        `All line items of a Checkout Session must use one currency: ${currency}.`,
      );
    }
    if (data.product !== undefined) {
      throw noSuch('product', data.product, `${at}[price_data][product]`);
    }
    if (!data.product_data) throw missing(`${at}[price_data][product_data]`);
    if (data.unit_amount === undefined) throw missing(`${at}[price_data][unit_amount]`);
    if (line.quantity === undefined) throw missing(`${at}[quantity]`);
    checkStep(data.unit_amount, currency, `${at}[price_data][unit_amount]`);
    return newItem(data.product_data.name, currency, data.unit_amount, line.quantity);
  });
  return { items, currency };
}

function newItem(name: string, currency: string, unit: number, quantity: number): LineItem {
  const total = unit * quantity;
  return {
    id: makeId('li_1'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency,
    description: name,
    metadata: {},
    price: {
      id: makeId('price_1'),
      object: 'price',
      active: false,
      currency,
      product: makeId('prod_', 14),
      type: 'one_time',
      unit_amount: unit,
      unit_amount_decimal: String(unit),
    },
    quantity,
  };
}

function missing(param: string): ApiRefusal {
  return invalidParameter(param, `Missing required param: ${param}.`, 'parameter_missing');
}

// always so for what this simulation offers
const quietFields = {
  after_expiration: null,
  allow_promotion_codes: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  client_secret: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: {
    after_submit: null,
    shipping_address: null,
    submit: null,
    terms_of_service_acceptance: null,
  },
  customer_account: null,
  discounts: [],
  invoice: null,
  invoice_creation: null,
  managed_payments: { enabled: false },
  mode: 'payment',
  payment_link: null,
  payment_method_collection: 'if_required',
  payment_method_configuration_details: null,
  payment_method_options: {},
  permissions: null,
  phone_number_collection: { enabled: false },
  recovered_from: null,
  saved_payment_method_options: null,
  setup_intent: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  subscription: null,
  ui_mode: 'hosted_page',
  wallet_options: null,
};
