import type { createCustomer } from '@/lib/stripe/stand-in/parameters';
import type { ReadFields } from '@/lib/stripe/stand-in/rules';
import { type Account, type ApiObject, makeId } from '@/lib/stripe/stand-in/world';

type CustomerDetails = Partial<Omit<ReadFields<typeof createCustomer>, 'email'>> & {
  email?: string | null;
};

/** A customer of this account, from the parameters of POST /v1/customers. */
export function newCustomer(
  account: Account,
  details: CustomerDetails,
  now: number,
): ApiObject & { created: number } {
  return {
    id: makeId('cus_', 14),
    object: 'customer',
    address: details.address ?? null,
    balance: 0,
    created: now,
    currency: null,
    default_source: null,
    delinquent: false,
    description: details.description || null,
    email: details.email ?? null,
    invoice_prefix: makeId('', 8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: account.livemode,
    metadata: details.metadata ?? {},
    name: details.name || null,
    next_invoice_sequence: 1,
    phone: details.phone || null,
    preferred_locales: details.preferred_locales ?? [],
    shipping: null,
    tax_exempt: details.tax_exempt ?? 'none',
    test_clock: null,
  };
}
