import { invalidParameter, noSuch } from '@/lib/stripe/stand-in/api-refusal';
import { type Account, type ApiObject, findObject } from '@/lib/stripe/stand-in/world';

interface Page {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
  created?: { gt?: number; gte?: number; lt?: number; lte?: number };
}

/** One page of a list, newest first (or in the given order for line items), as every list of Stripe. */
export function listPage<T extends ApiObject>(
  url: string,
  oldestFirst: readonly T[],
  page: Page,
  keep: (object: T) => boolean = () => true,
  order: 'newest' | 'given' = 'newest',
): ApiObject {
  if (page.starting_after !== undefined && page.ending_before !== undefined) {
    throw invalidParameter(
      'ending_before',
      'You may only specify one of these parameters: starting_after, ending_before.',
    );
  }
  const ordered = order === 'newest' ? [...oldestFirst].reverse() : [...oldestFirst];
  const kept = ordered.filter((object) => within(object, page.created) && keep(object));
  const limit = page.limit ?? 10;
  let start = 0;
  let end = kept.length;
  if (page.starting_after !== undefined) start = place(kept, page.starting_after) + 1;
  if (page.ending_before !== undefined) {
    end = place(kept, page.ending_before);
    start = Math.max(0, end - limit);
  }
  const data = kept.slice(start, Math.min(end, start + limit));
  const more = page.ending_before === undefined ? start + limit < end : start > 0;
  // a list has no id; the empty one never leaves this process
  return { id: '', object: 'list', data, has_more: more, url };
}

const expandable: Record<string, readonly string[]> = {
  'checkout.session': ['customer', 'payment_intent', 'line_items'],
  payment_intent: ['customer', 'latest_charge'],
  charge: ['balance_transaction', 'customer', 'payment_intent', 'refunds'],
  refund: ['balance_transaction', 'charge', 'failure_balance_transaction', 'payment_intent'],
  dispute: ['charge', 'payment_intent'],
  balance_transaction: ['source'],
};
const deepest = 4;

/** A copy of the object in which the named references are replaced by what they refer to. */
export function expand(account: Account, object: ApiObject, paths: readonly string[]): ApiObject {
  const copy = structuredClone(object);
  for (const path of paths) {
    const steps = path.split('.');
    if (steps.length > deepest) {
      throw invalidParameter(
        'expand',
        `You cannot expand more than ${deepest} levels of a property.`,
      );
    }
    follow(account, copy, steps, path);
  }
  return copy;
}

function follow(account: Account, object: ApiObject, steps: string[], path: string): void {
  const [step, ...rest] = steps;
  if (step === undefined) return;
  if (object.object === 'list' && step === 'data') {
    for (const inner of object.data as ApiObject[]) follow(account, inner, rest, path);
    return;
  }
  if (!expandable[object.object]?.includes(step)) {
    throw invalidParameter('expand', `This property cannot be expanded (${path}).`);
  }
  const value = object[step] ?? included(account, object, step);
  const found =
    typeof value === 'string' ? findObject(account, value) : (value as ApiObject | null);
  if (!found) return;
  const inlined = typeof value === 'string' ? structuredClone(found) : found;
  object[step] = inlined;
  follow(account, inlined, rest, path);
}

/** Lists that an object shows only when asked. */
function included(account: Account, object: ApiObject, field: string): ApiObject | null {
  if (field === 'line_items') {
    const url = `/v1/checkout/sessions/${object.id}/line_items`;
    return structuredClone(
      listPage(url, account.lineItems[object.id] ?? [], {}, undefined, 'given'),
    );
  }
  if (field === 'refunds') {
    const refunds = Object.values(account.refunds);
    const url = `/v1/charges/${object.id}/refunds`;
    return structuredClone(listPage(url, refunds, {}, (refund) => refund.charge === object.id));
  }
  return null;
}

function within(object: ApiObject, range: Page['created']): boolean {
  const created = Number(object.created ?? 0);
  return (
    created > (range?.gt ?? -1) &&
    created >= (range?.gte ?? 0) &&
    created < (range?.lt ?? Number.MAX_SAFE_INTEGER) &&
    created <= (range?.lte ?? Number.MAX_SAFE_INTEGER)
  );
}

function place(objects: readonly ApiObject[], id: string): number {
  const index = objects.findIndex((object) => object.id === id);
  if (index < 0) throw noSuch('object', id, 'starting_after');
  return index;
}
