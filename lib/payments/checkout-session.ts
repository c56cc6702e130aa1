import type Stripe from 'stripe';
import type { PortalContext } from '@/lib/auth/context';
import { env } from '@/lib/env/env';
import type { Locale } from '@/lib/i18n/locale';
import { sum } from '@/lib/money/money';
import { toStripeAmount } from '@/lib/money/stripe-amount';
import type { ReservedCheckout, ReservedItem } from './reserve-checkout';

/** Stripe's most line items in payment mode. */
const MOST_LINES = 100;

/** Stripe refuses addresses with letters beyond ASCII; without one, its page asks. */
const PLAIN_EMAIL = /^[!-~]+@[!-~]+$/;

/** Stripe's page speaks no Arabic; 'auto' follows the browser. */
const LOCALES: Record<Locale, Stripe.Checkout.SessionCreateParams.Locale> = {
  en: 'en',
  ar: 'auto',
  zh: 'zh',
};

/**
 * What Stripe is asked for a reserved checkout: hosted page, one line for each invoice, no conversion of currency. The same
 * checkout gives the same parameters, as its idempotency key demands. Metadata is for people who look at Stripe's
 * dashboard; nothing here ever trusts it.
 */
export function sessionParameters(
  ctx: PortalContext,
  checkout: ReservedCheckout,
): Stripe.Checkout.SessionCreateParams {
  const metadata = { business: ctx.business.id, checkout: checkout.id };
  const portal = `${env().baseUrl}/portal/${ctx.business.slug}`;
  const [only] = checkout.items;
  return {
    mode: 'payment',
    line_items: lines(ctx, checkout),
    adaptive_pricing: { enabled: false },
    client_reference_id: checkout.id,
    metadata,
    payment_intent_data: { metadata, description: description(ctx, checkout) },
    locale: LOCALES[ctx.locale],
    expires_at: checkout.expiresAt.getTime() / 1000,
    success_url: `${portal}/pay/return?checkout=${checkout.id}`,
    cancel_url:
      checkout.items.length === 1 && only ? `${portal}/invoices/${only.documentId}` : portal,
    ...(PLAIN_EMAIL.test(ctx.party.email) ? { customer_email: ctx.party.email } : {}),
  };
}

function lines(ctx: PortalContext, checkout: ReservedCheckout) {
  const { items, currency } = checkout;
  const single = items.length <= MOST_LINES ? items : items.slice(0, MOST_LINES - 1);
  const rest = items.slice(single.length);
  const line = (name: string, amount: bigint) => ({
    price_data: {
      currency: currency.toLowerCase(),
      unit_amount: stripeAmount(amount, currency),
      product_data: { name },
    },
    quantity: 1,
  });
  return [
    ...single.map((item) =>
      line(ctx.t('payments.checkout.item', { number: item.number }), item.amount),
    ),
    ...(rest.length > 0
      ? [
          line(
            ctx.t('payments.checkout.more', { count: rest.length }),
            sum(rest.map((item) => item.amount)),
          ),
        ]
      : []),
  ];
}

function description(ctx: PortalContext, { items }: ReservedCheckout): string {
  const named = (item: ReservedItem) => item.number;
  return `${ctx.business.name}: ${items.slice(0, 20).map(named).join(', ')}${items.length > 20 ? ', …' : ''}`;
}

function stripeAmount(amount: bigint, currency: string): number {
  const charge = toStripeAmount(amount, currency);
  if (!charge.ok) throw new RangeError(`${amount} ${currency} was reserved but cannot be charged`);
  return charge.amount;
}
