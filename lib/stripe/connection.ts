import Stripe from 'stripe';
import { stripeClient } from './client';

/** Longer than any delayed payment method takes to succeed or fail. */
export const LONGEST_DEBIT_MS = 31 * 86_400_000;

/** Why a key was not taken; the words are the messages `settings.payments.refused.<reason>`. */
export type StripeKeyRefusal = 'shape' | 'publishable' | 'unknown' | 'permission' | 'unreachable';

export type StripeKeyCheck =
  | { ok: true; live: boolean; accountId: string; accountName: string }
  | { ok: false; reason: StripeKeyRefusal };

/** Asks Stripe whose key this is. Never repeats Stripe's words, which quote the key. */
export async function checkStripeKey(secretKey: string): Promise<StripeKeyCheck> {
  if (/^pk_/.test(secretKey)) return { ok: false, reason: 'publishable' };
  const [, mode] = /^[sr]k_(test|live)_\w{8,240}$/.exec(secretKey) ?? [];
  if (!mode) return { ok: false, reason: 'shape' };
  try {
    const account = await stripeClient(secretKey).accounts.retrieveCurrent();
    return {
      ok: true,
      live: mode === 'live',
      accountId: account.id,
      accountName:
        account.settings?.dashboard?.display_name || account.business_profile?.name || account.id,
    };
  } catch (error) {
    if (error instanceof Stripe.errors.StripeAuthenticationError)
      return { ok: false, reason: 'unknown' };
    if (error instanceof Stripe.errors.StripePermissionError)
      return { ok: false, reason: 'permission' };
    if (
      error instanceof Stripe.errors.StripeConnectionError ||
      error instanceof Stripe.errors.StripeAPIError ||
      error instanceof Stripe.errors.StripeRateLimitError
    ) {
      return { ok: false, reason: 'unreachable' };
    }
    throw error;
  }
}
