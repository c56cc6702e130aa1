import type { EventObject } from '@/lib/stripe/stand-in/world';

const version = '2019-02-19';
// fields that a business's endpoint of 2019 would not get, or would get under another name
const later: Record<string, string[]> = {
  'checkout.session': [
    'amount_subtotal',
    'amount_total',
    'currency',
    'customer_details',
    'expires_at',
    'metadata',
    'payment_status',
    'status',
    'total_details',
    'url',
  ],
  payment_intent: ['latest_charge', 'automatic_payment_methods', 'payment_method'],
  charge: ['amount_captured', 'calculated_statement_descriptor', 'payment_method_details'],
  refund: ['payment_intent', 'destination_details', 'status'],
  dispute: ['payment_intent', 'payment_method_details'],
};

/**
 * The event as an endpoint pinned to an API version of 2019 would receive it: with the same ids and
 * without what came later. Whoever reads more than ids from a payload breaks on it.
 */
export function inOldShape(event: EventObject): EventObject {
  const object = { ...event.data.object };
  for (const field of later[object.object] ?? []) delete object[field];
  if (object.object === 'checkout.session') object.display_items = [];
  return { ...event, api_version: version, data: { object } };
}
