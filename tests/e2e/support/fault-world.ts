import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '@/lib/db/embedded';
import { startMailbox } from '@/lib/mail/mailbox/server';
import { type StripeStandIn, startStripeStandIn } from '@/lib/stripe/stand-in/server';
import { childrenOf } from '../../support/processes';
import { query } from './people';
import { begin, connected, room, type StartedWorld, type World } from './world';

/** Something the product leans on, and that a test takes away and gives back. */
type Outage = { stop(): Promise<void>; start(): Promise<void> };

/** Portico as `npm start` runs it on a database of one's own, with everything around it under the test's thumb. */
export type FaultWorld = World & {
  database: Outage;
  smtp: Outage;
  stripe: Outage;
  /** The folder of files: while it is stopped, nothing can be written there. */
  files: Outage;
  /** Process ids of the launcher's children of a kind. */
  children(kind: 'web' | 'worker'): number[];
  launcher(): number;
  /** Starts Portico again on the same folder and ports, after its launcher was killed. */
  startAgain(): Promise<void>;
  /** Lets every pause of the outbox and the queue be over. */
  letTimePass(): Promise<void>;
  stop(): Promise<void>;
};

export async function startFaultWorld(): Promise<FaultWorld> {
  const { dataDir, ports } = await room();
  const [, stripePort, httpPort, smtpPort] = ports;
  const databaseDir = mkdtempSync(join(tmpdir(), 'portico-faults-'));
  const filesDir = join(dataDir, 'files');
  let server: EmbeddedDatabase | null = await startEmbeddedDatabase({ dataDir: databaseDir });
  const { port, url } = server;
  const mailbox = await startMailbox({ smtpPort, httpPort, dataDir });
  let stripe: StripeStandIn | null = await startStripeStandIn({ port: stripePort, dataDir });
  const settings = {
    ...connected(ports),
    DATABASE_URL: url,
    PORTICO_SECRET: randomBytes(32).toString('base64url'),
  };
  let running: { started: StartedWorld; launcher: ChildProcess };
  const close = async () => {
    await stripe?.close();
    await mailbox.close();
    await server?.stop();
    rmSync(databaseDir, { recursive: true, force: true });
  };
  try {
    running = await begin('start', dataDir, ports, settings);
  } catch (error) {
    await close();
    throw error;
  }
  const launcher = () => running.launcher.pid ?? 0;
  const world: FaultWorld = {
    ...running.started,
    database: {
      async stop() {
        await server?.stop();
        server = null;
      },
      async start() {
        server = await startEmbeddedDatabase({ dataDir: databaseDir, port });
      },
    },
    smtp: { stop: () => mailbox.fail('refuse'), start: () => mailbox.fail('none') },
    stripe: {
      async stop() {
        await stripe?.close();
        stripe = null;
      },
      async start() {
        stripe = await startStripeStandIn({ port: stripePort, dataDir });
      },
    },
    files: {
      // A file where the folder was: no user, not even root, can write below it.
      async stop() {
        renameSync(filesDir, `${filesDir}.aside`);
        writeFileSync(filesDir, '');
      },
      async start() {
        rmSync(filesDir);
        renameSync(`${filesDir}.aside`, filesDir);
      },
    },
    children: (kind) =>
      childrenOf(launcher()).flatMap(({ pid, args }) =>
        args.endsWith(`run.mjs ${kind}`) ? [pid] : [],
      ),
    launcher,
    async startAgain() {
      running = await begin('start', dataDir, ports, settings);
    },
    async letTimePass() {
      await query(
        world,
        `UPDATE "Message" SET "sendAfter" = now() - interval '2 minutes', "nextAttemptAt" = NULL
         WHERE state = 'WAITING'`,
      );
      await query(
        world,
        `UPDATE pgboss.job SET start_after = now() WHERE state IN ('created', 'retry')`,
      );
    },
    async stop() {
      await running.started.stop();
      await close();
    },
  };
  return world;
}

/** Waits until every child of a kind runs, other ones than those that were killed. */
export async function expectOthers(
  world: FaultWorld,
  kind: 'web' | 'worker',
  killed: number[],
): Promise<void> {
  await expect
    .poll(() => world.children(kind).filter((pid) => !killed.includes(pid)).length, {
      timeout: 90_000,
    })
    .toBe(killed.length);
}
