import type { Courier } from '@/lib/stripe/stand-in/courier';
import {
  type Account,
  type ApiObject,
  type EventObject,
  makeId,
  type World,
} from '@/lib/stripe/stand-in/world';

/** The version that SDK 23.1.0 pins; this simulation's parameters and objects are of this version. */
export const pinnedVersion = '2026-10-28.endive';
const keptEvents = 3000;

/** What every part of the simulated Stripe works with. */
export interface Simulation {
  world: World;
  courier: Courier;
  /** Unix seconds of the simulation's clock. */
  now(): number;
  /** The address under which this server is reached, without a slash at the end. */
  address(): string;
  /** Keeps the world on disk, where it has one. */
  changed(): void;
  /** The API request being carried out, named in the events it causes. */
  cause: { id: string; idempotency_key: string | null } | null;
}

/** Records an event with a snapshot of the object as it is now, and hands it to the webhooks. */
export function emit(
  simulation: Simulation,
  account: Account,
  type: string,
  object: ApiObject,
): EventObject {
  const event: EventObject = {
    id: makeId('evt_1'),
    object: 'event',
    api_version: pinnedVersion,
    created: simulation.now(),
    data: { object: structuredClone(object) },
    livemode: account.livemode,
    pending_webhooks: 0,
    request: simulation.cause ?? { id: null, idempotency_key: null },
    type,
  };
  account.events[event.id] = event;
  const ids = Object.keys(account.events);
  for (const id of ids.slice(0, Math.max(0, ids.length - keptEvents))) delete account.events[id];
  event.pending_webhooks = simulation.courier.take(account, event);
  return event;
}
