import { excludableMethods } from '@/lib/stripe/stand-in/methods';
import {
  address,
  choice,
  email,
  flag,
  group,
  list,
  metadata,
  notSimulated,
  type Rule,
  required,
  text,
  whole,
} from '@/lib/stripe/stand-in/rules';

// Facts of API version 2026-10-28.endive, for the operations that Portico may use.

const expand = list(text(5000), 20);
const page = {
  ending_before: text(),
  expand,
  limit: whole(1, 100),
  starting_after: text(),
};
const unixTime = whole(0, 99_999_999_999);
const createdFilter: Rule<{ gt?: number; gte?: number; lt?: number; lte?: number }> = {
  read(value, path) {
    if (typeof value === 'string') {
      const at = unixTime.read(value, path);
      return { gte: at, lte: at };
    }
    return group({ gt: unixTime, gte: unixTime, lt: unixTime, lte: unixTime }).read(value, path);
  },
};
const postalAddress = {
  city: text(),
  country: text(),
  line1: text(),
  line2: text(),
  postal_code: text(),
  state: text(),
};
const checkoutLocales =
  `auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hi-IN hr hu id it ja ko
  lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW`.split(/\s+/);
const message = group({ message: required(text(1200)) });

const lineItem = group({
  adjustable_quantity: notSimulated(),
  metadata: metadata(),
  price: text(),
  price_data: group({
    currency: required(text()),
    product: text(),
    product_data: group({
      description: text(40_000),
      images: list(address(), 8),
      metadata: metadata(),
      name: required(text()),
      tax_code: text(),
      tax_details: notSimulated(),
      unit_label: text(),
    }),
    recurring: notSimulated(),
    tax_behavior: choice('exclusive', 'inclusive', 'unspecified'),
    unit_amount: whole(0),
    unit_amount_decimal: notSimulated(),
  }),
  quantity: whole(1, 999_999),
  tax_rates: notSimulated(),
});

/** POST /v1/checkout/sessions. `payment_method_types` went with SDK 23.0.0 and is unknown. */
export const createSession = {
  adaptive_pricing: group({ enabled: flag() }),
  after_expiration: group({
    recovery: group({ allow_promotion_codes: flag(), enabled: required(flag()) }),
  }),
  allow_promotion_codes: flag(),
  allowed_payment_method_types: list(choice('link', ...excludableMethods)),
  automatic_tax: notSimulated(),
  billing_address_collection: choice('auto', 'required'),
  branding_settings: group({
    background_color: text(7, { clearable: true }),
    border_style: choice('pill', 'rectangular', 'rounded'),
    button_color: text(7, { clearable: true }),
    display_name: text(),
    font_family: notSimulated(),
    icon: notSimulated(),
    logo: notSimulated(),
  }),
  cancel_url: address(),
  client_reference_id: text(200),
  consent_collection: notSimulated(),
  currency: text(),
  custom_fields: notSimulated(),
  custom_text: group({
    after_submit: message,
    shipping_address: message,
    submit: message,
    terms_of_service_acceptance: message,
  }),
  customer: text(),
  customer_account: notSimulated(),
  customer_creation: choice('always', 'if_required'),
  customer_email: email(),
  customer_update: group({
    address: choice('auto', 'never'),
    name: choice('auto', 'never'),
    shipping: choice('auto', 'never'),
  }),
  discounts: notSimulated(),
  excluded_payment_method_types: list(choice(...excludableMethods)),
  expand,
  expires_at: unixTime,
  integration_identifier: text(),
  invoice_creation: group({ enabled: required(flag()) }),
  line_items: list(lineItem),
  locale: choice(...checkoutLocales),
  managed_payments: notSimulated(),
  metadata: metadata(),
  mode: choice('payment', 'setup', 'subscription'),
  name_collection: notSimulated(),
  optional_items: notSimulated(),
  origin_context: choice('mobile_app', 'web'),
  payment_intent_data: group({
    application_fee_amount: notSimulated(),
    capture_method: choice('automatic', 'automatic_async'),
    description: text(1000),
    metadata: metadata(),
    on_behalf_of: notSimulated(),
    receipt_email: email(),
    setup_future_usage: choice('off_session', 'on_session'),
    shipping: notSimulated(),
    statement_descriptor: text(22),
    statement_descriptor_suffix: text(22),
    transfer_data: notSimulated(),
    transfer_group: text(),
  }),
  payment_method_collection: choice('always', 'if_required'),
  payment_method_configuration: notSimulated(),
  payment_method_data: group({ allow_redisplay: choice('always', 'limited', 'unspecified') }),
  payment_method_options: notSimulated(),
  permissions: notSimulated(),
  phone_number_collection: group({ enabled: required(flag()) }),
  redirect_on_completion: choice('always', 'if_required', 'never'),
  return_url: address(),
  saved_payment_method_options: notSimulated(),
  setup_intent_data: notSimulated(),
  shipping_address_collection: notSimulated(),
  shipping_options: notSimulated(),
  submit_type: choice('auto', 'book', 'donate', 'pay', 'subscribe'),
  subscription_data: notSimulated(),
  success_url: address(),
  tax_id_collection: notSimulated(),
  ui_mode: choice('elements', 'embedded_page', 'form', 'hosted_page'),
  wallet_options: group({ link: group({ display: choice('auto', 'never') }) }),
};

export const listSessions = {
  ...page,
  created: createdFilter,
  customer: text(),
  customer_account: notSimulated(),
  customer_details: group({ email: required(email()) }),
  payment_intent: text(),
  payment_link: notSimulated(),
  status: choice('complete', 'expired', 'open'),
  subscription: notSimulated(),
};
export const listOnly = page;
export const listIntents = { ...page, created: createdFilter, customer: text() };
export const listCharges = { ...listIntents, payment_intent: text(), transfer_group: text() };
export const listRefunds = {
  ...page,
  charge: text(),
  created: createdFilter,
  payment_intent: text(),
};
export const listEvents = {
  ...page,
  created: createdFilter,
  delivery_success: flag(),
  type: text(),
  types: list(text(), 20),
};

export const retrieveOnly = { expand };
export const retrieveIntent = { client_secret: text(), expand };

export const createRefund = {
  amount: whole(),
  charge: text(),
  currency: text(),
  customer: notSimulated(),
  expand,
  instructions_email: email(),
  metadata: metadata({ clearable: true }),
  origin: notSimulated(),
  payment_intent: text(),
  reason: choice('duplicate', 'fraudulent', 'requested_by_customer'),
  refund_application_fee: notSimulated(),
  reverse_transfer: notSimulated(),
};

export const createCustomer = {
  address: group(postalAddress),
  balance: notSimulated(),
  business_name: text(150, { clearable: true }),
  cash_balance: notSimulated(),
  description: text(5000, { clearable: true }),
  email: email(512),
  expand,
  individual_name: text(150, { clearable: true }),
  invoice_prefix: notSimulated(),
  invoice_settings: notSimulated(),
  metadata: metadata({ clearable: true }),
  name: text(256, { clearable: true }),
  next_invoice_sequence: notSimulated(),
  payment_method: notSimulated(),
  phone: text(20, { clearable: true }),
  preferred_locales: list(text()),
  shipping: notSimulated(),
  source: notSimulated(),
  tax: notSimulated(),
  tax_exempt: choice('exempt', 'none', 'reverse'),
  tax_id_data: notSimulated(),
  test_clock: notSimulated(),
  validate: flag(),
};

/** The event types this simulation knows; Stripe's own list has 276. */
const eventTypes = [
  'account.updated',
  'balance.available',
  'charge.captured',
  'charge.expired',
  'charge.failed',
  'charge.pending',
  'charge.refund.updated',
  'charge.refunded',
  'charge.succeeded',
  'charge.updated',
  ...['closed', 'created', 'funds_reinstated', 'funds_withdrawn', 'updated'].map(
    (verb) => `charge.dispute.${verb}`,
  ),
  ...['async_payment_failed', 'async_payment_succeeded', 'completed', 'expired'].map(
    (verb) => `checkout.session.${verb}`,
  ),
  ...['created', 'deleted', 'updated'].map((verb) => `customer.${verb}`),
  'mandate.updated',
  ...`amount_capturable_updated canceled created partially_funded payment_failed processing
    requires_action succeeded`
    .split(/\s+/)
    .map((verb) => `payment_intent.${verb}`),
  ...['attached', 'automatically_updated', 'detached', 'updated'].map(
    (verb) => `payment_method.${verb}`,
  ),
  ...['canceled', 'created', 'failed', 'paid', 'reconciliation_completed', 'updated'].map(
    (verb) => `payout.${verb}`,
  ),
  ...['created', 'failed', 'updated'].map((verb) => `refund.${verb}`),
  ...['canceled', 'created', 'requires_action', 'setup_failed', 'succeeded'].map(
    (verb) => `setup_intent.${verb}`,
  ),
];

export const createEndpoint = {
  api_version: text(40),
  connect: notSimulated(),
  description: text(5000, { clearable: true }),
  enabled_events: required(list(choice('*', ...eventTypes), 300)),
  expand,
  metadata: metadata({ clearable: true }),
  url: required(address()),
};
