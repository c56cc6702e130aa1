import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerFont } from '@/lib/http/local-server/fonts';
import { sendJson } from '@/lib/http/local-server/responses';
import { type Api, answerApi } from '@/lib/stripe/stand-in/api';
import { expireOverdue } from '@/lib/stripe/stand-in/checkout-sessions';
import { type Control, makeControl } from '@/lib/stripe/stand-in/control';
import { answerControl } from '@/lib/stripe/stand-in/control-http';
import { Courier } from '@/lib/stripe/stand-in/courier';
import { answerDashboard } from '@/lib/stripe/stand-in/dashboard';
import { Faults } from '@/lib/stripe/stand-in/faults';
import { answerPaymentPage } from '@/lib/stripe/stand-in/payment-page';
import type { Simulation } from '@/lib/stripe/stand-in/simulation';
import { readWorld, writeWorld } from '@/lib/stripe/stand-in/world-file';

export interface StandInOptions {
  /** 127.0.0.1 unless told otherwise. */
  host?: string;
  /** 0, a free one, unless told otherwise. */
  port?: number;
  /** Folder for the state; null keeps it in memory only. */
  dataDir?: string | null;
  log?: (line: string) => void;
  /** Milliseconds before the second, third… attempt to deliver a webhook. */
  retryDelays?: readonly number[];
  /** Unix seconds at which the simulation's clock stands still, for tests. */
  time?: number;
}
export interface StripeStandIn {
  url: string;
  host: string;
  port: number;
  control: Control;
  close(): Promise<void>;
}

const webhookRetries = [500, 2000, 5000, 15_000, 60_000, 300_000];
const expirySweep = 1000;

/**
 * Starts the simulated Stripe: a separate local server that the official SDK reaches through its
 * `host`, `port` and `protocol: 'http'`. Imported only by the demo (lib/cli/demo.ts) and by tests;
 * production code meets it through an address setting alone. Serves /v1/… (API), /pay/<session>
 * (hosted page), / (a small dashboard) and /_control/… (the controls, as JSON).
 */
export async function startStripeStandIn(options: StandInOptions = {}): Promise<StripeStandIn> {
  const host = options.host ?? '127.0.0.1';
  const log = options.log ?? (() => {});
  const dataDir = options.dataDir ?? null;
  const world = readWorld(dataDir);
  let fixedTime = options.time ?? null;
  let url = '';
  const changed = () => {
    if (dataDir) writeWorld(dataDir, world);
  };
  const courier = new Courier({
    world,
    changed,
    log,
    retryDelays: options.retryDelays ?? webhookRetries,
  });
  const simulation: Simulation = {
    world,
    courier,
    changed,
    now: () => fixedTime ?? Math.floor(Date.now() / 1000),
    address: () => url,
    cause: null,
  };
  const api: Api = { simulation, faults: new Faults(), requests: [], log };
  const control = makeControl(api, (seconds) => {
    fixedTime = seconds;
  });

  const server = createServer((request, response) => {
    if (expireOverdue(simulation)) changed();
    route(api, control, request, response).catch((problem: unknown) => {
      log(`${request.method} ${request.url} broke: ${(problem as Error).stack ?? String(problem)}`);
      if (!response.headersSent) sendJson(response, 500, { error: { message: 'Stand-in broke.' } });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  courier.start();
  const sweep = setInterval(() => {
    if (expireOverdue(simulation)) changed();
  }, expirySweep);
  sweep.unref();

  return {
    url,
    host,
    port,
    control,
    close() {
      clearInterval(sweep);
      courier.close();
      return new Promise((resolve, reject) => {
        server.close((problem) => (problem ? reject(problem) : resolve()));
        server.closeAllConnections();
      });
    },
  };
}

async function route(
  api: Api,
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://stand-in');
  if (pathname.startsWith('/v1/') || pathname.startsWith('/v2/')) {
    await throughOutage(api, request, response);
    return;
  }
  const page = /^\/pay\/([A-Za-z0-9_]+)$/.exec(pathname)?.[1];
  const verb = /^\/_control\/([a-z-]+)$/.exec(pathname)?.[1];
  if (await answerFont(pathname, response)) return;
  if (page) await answerPaymentPage(api.simulation, request, response, page);
  else if (verb) await answerControl(control, request, response, verb);
  else if (pathname === '/')
    await answerDashboard(api.simulation.world, control, request, response);
  else sendJson(response, 404, { error: { message: `Nothing at ${pathname}.` } });
}

async function throughOutage(
  api: Api,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { outage } = api.faults;
  if (outage === null) await answerApi(api, request, response);
  else if (outage === 'refuse') request.socket.destroy();
  else if (outage !== 'hang') {
    const refusal = api.faults.refusal();
    sendJson(response, refusal.status, refusal.body());
  }
}
