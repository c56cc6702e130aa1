import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningEmbeddedDatabase } from '@/lib/db/embedded';
import { VARIABLES } from '@/lib/env/env';
import { isPortFree } from '@/lib/env/ports';

import { startMailbox } from '@/lib/mail/mailbox/server';
import { startStripeStandIn } from '@/lib/stripe/stand-in/server';

/** A running Portico, production build, with everything around it that it talks to. */
export type World = {
  baseUrl: string;
  mailboxUrl: string;
  stripeUrl: string;
  databaseUrl: string;
  dataDir: string;
  /** What a command needs in its environment to work on this world. */
  environment: Record<string, string>;
  /** How to get into the sample world; null where there is none. */
  entrance: { email: string; password: string; magicLink: string } | null;
};

export type StartedWorld = World & { stop(): Promise<void> };

const HOST = '127.0.0.1';
const READY = 'Portico is ready at';
/** What the processes under test have logged, for whoever looks into a failure. */
const LOGS = '.portico/tested';
const PATIENCE_MS = 5 * 60_000;

/** The world that the global setup started, in a test's process. */
export function world(): World {
  const text = process.env.PORTICO_TEST_WORLD;
  if (!text) throw new Error('No world was started: run the browser tests through Playwright.');
  return JSON.parse(text) as World;
}

/** Starts the demo, sample world included, in a data folder of its own. */
export async function startWorld(): Promise<StartedWorld> {
  rmSync(LOGS, { recursive: true, force: true });
  const { dataDir, ports } = await room();
  return (await begin('demo', dataDir, ports, {})).started;
}

/** Starts Portico as `npm start` does, without any business or person in it. */
export async function startEmptyWorld(): Promise<StartedWorld> {
  const { dataDir, ports } = await room();
  const [, stripePort, httpPort, smtpPort] = ports;
  const stripe = await startStripeStandIn({ port: stripePort, dataDir });
  const mailbox = await startMailbox({ smtpPort, httpPort, dataDir });
  const close = async () => {
    await mailbox.close();
    await stripe.close();
  };
  try {
    const { started } = await begin('start', dataDir, ports, connected(ports));
    return {
      ...started,
      stop: async () => {
        await started.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

type Ports = [web: number, stripe: number, mailbox: number, smtp: number];

/** The configuration of a Portico that knows a mail server and a stand-in for Stripe on these ports. */
export function connected([port, stripe, mailbox, smtp]: Ports): Record<string, string> {
  const at = (each: number) => `http://${HOST}:${each}`;
  return {
    HOST,
    BASE_URL: at(port),
    STRIPE_API_BASE: at(stripe),
    SIMULATED_STRIPE_URL: at(stripe),
    SIMULATED_MAILBOX_URL: at(mailbox),
    SMTP_HOST: HOST,
    SMTP_PORT: String(smtp),
    SMTP_SECURE: '0',
    SMTP_FROM: 'Portico <mail@portico.example>',
    MAIL_PRIVATE_HOSTS: HOST,
  };
}

/** A data folder, and a port with three free ones after it: the demo takes its neighbours. */
export async function room(): Promise<{ dataDir: string; ports: Ports }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-e2e-'));
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const ports: Ports = [port, port + 1, port + 2, port + 3];
    const free = await Promise.all(ports.map((each) => isPortFree(each, HOST)));
    if (free.every(Boolean)) return { dataDir, ports };
  }
  throw new Error('No four free ports in a row were found.');
}

/** Starts a command of ours on a data folder; `stop` ends it and leaves nothing of the folder. */
export async function begin(
  command: 'demo' | 'start',
  dataDir: string,
  [port, stripe, mailbox]: Ports,
  settings: Record<string, string>,
): Promise<{ started: StartedWorld; launcher: ChildProcess }> {
  // The channel lets the launcher notice when this process is killed.
  const child = spawn(process.execPath, ['lib/cli/run.mjs', command], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      // Set and empty, so that neither this machine's configuration nor its .env gets in.
      ...Object.fromEntries(VARIABLES.map((name) => [name, ''])),
      PORT: String(port),
      PORTICO_DATA: dataDir,
      LOG_LEVEL: 'info',
      ...settings,
    },
  });
  const stop = async () => {
    await ended(child);
    rmSync(dataDir, { recursive: true, force: true });
  };
  mkdirSync(LOGS, { recursive: true });
  // One file for each start: the port tells worlds that run side by side apart.
  const log = createWriteStream(join(LOGS, `${command}-${port}.log`), { flags: 'a' });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log, { end: false });
  try {
    await ready(child);
    const databaseUrl = settings.DATABASE_URL ?? runningEmbeddedDatabase(dataDir);
    if (!databaseUrl) throw new Error(`No database runs in ${dataDir}.`);
    const entrance =
      command === 'demo' ? JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) : null;
    const at = (each: number) => `http://${HOST}:${each}`;
    const addresses = { baseUrl: at(port), mailboxUrl: at(mailbox), stripeUrl: at(stripe) };
    const { DATABASE_URL = '', PORTICO_SECRET = '' } = settings;
    const environment = { PORTICO_DATA: dataDir, DATABASE_URL, PORTICO_SECRET };
    const started = { ...addresses, databaseUrl, dataDir, environment, entrance, stop };
    return { started, launcher: child };
  } catch (error) {
    await stop();
    throw error;
  }
}

function ready(child: ChildProcess): Promise<void> {
  let output = '';
  return new Promise((done, failed) => {
    const fail = (reason: string) =>
      failed(new Error(`Portico ${reason}:\n${output.slice(-4_000)}`));
    const patience = setTimeout(() => fail('did not start in time'), PATIENCE_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        // Kept short: the log goes on for as long as the tests do.
        output = (output + text).slice(-20_000);
        if (!output.includes(READY)) return;
        clearTimeout(patience);
        done();
      });
    }
    child.once('exit', () => {
      clearTimeout(patience);
      fail('ended at its start');
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  await gone;
}
