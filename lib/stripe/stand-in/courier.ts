import { request } from 'node:http';
import { inOldShape } from '@/lib/stripe/stand-in/old-shape';
import { signWebhook } from '@/lib/stripe/stand-in/webhook-signature';
import {
  type Account,
  type Delivery,
  type EndpointRecord,
  type EventObject,
  makeId,
  type World,
} from '@/lib/stripe/stand-in/world';

const keptDeliveries = 3000;
const answerTimeout = 10_000;
const reorderWindow = 150;

export interface CourierOptions {
  world: World;
  changed(): void;
  /** Milliseconds before the second, third… attempt; after the last one the delivery has failed. */
  retryDelays: readonly number[];
  log(line: string): void;
}

/** True for addresses on this machine: the simulation never calls anybody else. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

/** Carries events to webhook endpoints, signed, in order, and again while nobody answers with 2xx. */
export class Courier {
  private readonly options: CourierOptions;
  private readonly timers = new Set<NodeJS.Timeout>();
  private queue: Delivery[] = [];
  private running: Promise<void> | null = null;
  private scheduled = 0;
  private paused = false;
  private reversed = false;
  private duplicates = 0;
  private drops = 0;
  private closed = false;
  private quiet: (() => void)[] = [];

  constructor(options: CourierOptions) {
    this.options = options;
  }

  /** Takes up what an earlier process left undelivered. */
  start(): void {
    this.push(this.options.world.deliveries.filter((delivery) => delivery.state === 'waiting'));
  }

  close(): void {
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.settle();
  }

  /** Queues an event for every endpoint that listens to it; returns to how many. */
  take(account: Account, event: EventObject): number {
    const listening = Object.values(account.endpoints).filter(({ shown }) =>
      shown.enabled_events.some((type) => type === '*' || type === event.type),
    );
    for (const endpoint of listening) this.queueDelivery(account, event, endpoint);
    return listening.length;
  }

  /** Sends an event once more, to every endpoint that listens to it. */
  resend(account: Account, event: EventObject): number {
    return this.take(account, event);
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
    this.run();
  }

  /** The events waiting now, or the next ones within a moment, go out in reverse order. */
  reorder(): void {
    this.reversed = true;
  }

  duplicateNext(count: number): void {
    this.duplicates = count;
  }

  dropNext(count: number): void {
    this.drops = count;
  }

  /** Resolves when nothing is under way or waiting for another attempt; what is paused may lie. */
  idle(): Promise<void> {
    return this.busy() ? new Promise((resolve) => this.quiet.push(resolve)) : Promise.resolve();
  }

  private queueDelivery(account: Account, event: EventObject, endpoint: EndpointRecord): void {
    const copies = this.duplicates > 0 ? 2 : 1;
    if (copies === 2) this.duplicates -= 1;
    const dropped = this.drops > 0;
    if (dropped) this.drops -= 1;
    const made = Array.from(
      { length: copies },
      (): Delivery => ({
        id: makeId('dlv_', 12),
        accountId: account.id,
        eventId: event.id,
        eventType: event.type,
        endpointId: endpoint.shown.id,
        url: endpoint.shown.url,
        state: dropped ? 'dropped' : 'waiting',
        attempts: [],
      }),
    );
    const { deliveries } = this.options.world;
    deliveries.push(...made);
    deliveries.splice(0, Math.max(0, deliveries.length - keptDeliveries));
    if (!dropped) this.push(made);
  }

  private push(deliveries: Delivery[]): void {
    this.queue.push(...deliveries);
    this.run();
  }

  private run(): void {
    if (this.running || this.paused || this.closed || !this.queue.length) return;
    this.running = this.drain()
      .catch((problem: unknown) => this.options.log(`webhook delivery broke: ${String(problem)}`))
      .finally(() => {
        this.running = null;
        this.run();
        this.settle();
      });
  }

  private async drain(): Promise<void> {
    // the request that caused the events is answered first, as with Stripe
    await new Promise((resolve) => setTimeout(resolve, this.reversed ? reorderWindow : 5));
    if (this.reversed) {
      this.reversed = false;
      this.queue.reverse();
    }
    while (!this.paused && !this.closed) {
      const next = this.queue.shift();
      if (!next) return;
      await this.attempt(next);
    }
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const found = this.lookUp(delivery);
    if (!found) {
      delivery.state = 'failed';
      return;
    }
    const { event, endpoint } = found;
    const payload = JSON.stringify(endpoint.oldShape ? inOldShape(event) : event);
    const answer = await post(endpoint.shown.url, payload, signWebhook(payload, [endpoint.secret]));
    delivery.attempts.push({ at: new Date().toISOString(), ...answer });
    if (answer.status !== null && answer.status >= 200 && answer.status < 300) {
      delivery.state = 'delivered';
      event.pending_webhooks = Math.max(0, Number(event.pending_webhooks) - 1);
    } else {
      this.retry(delivery);
    }
    this.options.changed();
  }

  private retry(delivery: Delivery): void {
    const delay = this.options.retryDelays[delivery.attempts.length - 1];
    if (delay === undefined) {
      delivery.state = 'failed';
      this.options.log(`webhook ${delivery.eventType} to ${delivery.url} was given up`);
      return;
    }
    if (this.closed) return;
    this.scheduled += 1;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.scheduled -= 1;
      this.push([delivery]);
    }, delay);
    this.timers.add(timer);
  }

  private lookUp(delivery: Delivery): { event: EventObject; endpoint: EndpointRecord } | null {
    const account = Object.values(this.options.world.accounts).find(
      (candidate) => candidate.id === delivery.accountId,
    );
    const event = account?.events[delivery.eventId];
    const endpoint = account?.endpoints[delivery.endpointId];
    return event && endpoint ? { event, endpoint } : null;
  }

  private busy(): boolean {
    if (this.closed) return false;
    return Boolean(this.running) || this.scheduled > 0 || (this.queue.length > 0 && !this.paused);
  }

  private settle(): void {
    if (this.busy()) return;
    const resolvers = this.quiet;
    this.quiet = [];
    for (const resolve of resolvers) resolve();
  }
}

function post(
  url: string,
  payload: string,
  signature: string,
): Promise<{ status: number | null; problem: string | null }> {
  return new Promise((resolve) => {
    const call = request(url, {
      method: 'POST',
      agent: false,
      timeout: answerTimeout,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(payload),
        'stripe-signature': signature,
        'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
    });
    call.on('response', (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? null, problem: null }));
      response.on('error', (problem) => resolve({ status: null, problem: problem.message }));
    });
    call.on('timeout', () => call.destroy(new Error('no answer in time')));
    call.on('error', (problem) => resolve({ status: null, problem: problem.message }));
    call.end(payload);
  });
}
