import { exponent, isCurrency } from './currencies';
import { MAX_MINOR } from './money';

/**
 * Stripe counts in its own smallest units, which differ from ISO 4217 for some currencies
 * (docs.stripe.com/currencies): these have none, whatever ISO says of them (MGA has two decimals).
 */
const WITHOUT_DECIMALS = new Set(
  'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '),
);

/** No decimals in ISO, but Stripe wants ×100 ending in 00. */
const TIMES_HUNDRED = new Set(['ISK', 'UGX']);

/** Stripe takes ×1000 with the last digit 0. */
const THREE_DECIMALS = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

/** Stripe takes at most twelve digits; what an account may charge is often less, and Stripe says so. */
const MAX_STRIPE_AMOUNT = 999_999_999_999n;

/** Why an amount cannot be charged by card as it stands. */
export type StripeAmountRefusal =
  /** Stripe does not take the currency in a form we can be sure of (IQD, LYD). */
  | 'currency'
  /** Zero or negative. */
  | 'notPositive'
  | 'tooLarge'
  /** A fraction Stripe's units cannot hold; `below` and `above` are the nearest amounts that can be charged. */
  | 'indivisible';

export type StripeAmount =
  | { ok: true; amount: number }
  | { ok: false; reason: StripeAmountRefusal; below?: bigint; above?: bigint };

/** An amount in our minor units as the integer Stripe wants for charges and refunds. Never rounds. */
export function toStripeAmount(minor: bigint, currency: string): StripeAmount {
  const unit = stripeUnit(currency);
  if (!unit) return { ok: false, reason: 'currency' };
  if (minor <= 0n) return { ok: false, reason: 'notPositive' };
  const rest = minor % unit.step;
  if (rest !== 0n) {
    const below = minor - rest;
    return { ok: false, reason: 'indivisible', below, above: below + unit.step };
  }
  const amount = (minor * unit.times) / unit.over;
  if (amount > MAX_STRIPE_AMOUNT) return { ok: false, reason: 'tooLarge' };
  return { ok: true, amount: Number(amount) };
}

/**
 * An integer of a Stripe object, with that object's own currency (Stripe writes it in lower case),
 * in our minor units. Throws a RangeError for what cannot be an amount of that currency.
 */
export function fromStripeAmount(amount: number, currency: string): bigint {
  const unit = stripeUnit(currency.toUpperCase());
  if (!unit) throw new RangeError(`Stripe amounts of ${currency} cannot be read`);
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a Stripe amount: ${amount}`);
  const scaled = BigInt(amount) * unit.over;
  if (scaled % unit.times !== 0n) {
    throw new RangeError(`${amount} is not a whole amount of ${currency}`);
  }
  const minor = scaled / unit.times;
  if (minor > MAX_MINOR || minor < -MAX_MINOR) throw new RangeError(`Too large: ${amount}`);
  return minor;
}

interface StripeUnit {
  /** Stripe's integer is minor × times ÷ over. */
  times: bigint;
  over: bigint;
  /** Minor units a charge must be a multiple of. */
  step: bigint;
}

function stripeUnit(currency: string): StripeUnit | null {
  if (!isCurrency(currency)) return null;
  if (TIMES_HUNDRED.has(currency)) return { times: 100n, over: 1n, step: 1n };
  if (WITHOUT_DECIMALS.has(currency)) {
    const over = 10n ** BigInt(exponent(currency));
    return { times: 1n, over, step: over };
  }
  if (exponent(currency) === 3) {
    return THREE_DECIMALS.has(currency) ? { times: 1n, over: 1n, step: 10n } : null;
  }
  return { times: 1n, over: 1n, step: 1n };
}
