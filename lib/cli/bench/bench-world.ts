import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { forgetEnv, VARIABLES } from '@/lib/env/env';
import { PlainError } from '@/lib/env/plain-error';
import { freePort } from '@/lib/env/ports';
import { type StripeStandIn, startStripeStandIn } from '@/lib/stripe/stand-in/server';

const HOST = '127.0.0.1';
const PATIENCE_MS = 120_000;
const run = promisify(execFile);

/** What whoever measures may choose; everything else is the same on every machine. */
const KEPT = new Set(['WEB_PROCESSES', 'PDF_THREADS', 'DATABASE_POOL']);

/** Where one size is measured: a data folder and addresses of its own, and the stand-in for Stripe. */
export type BenchWorld = { baseUrl: string; dataDir: string; stripe: StripeStandIn };

/** Makes the room and points this process, and every one it starts, at it. */
export async function makeWorld(): Promise<BenchWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-bench-'));
  const stripe = await startStripeStandIn({});
  const port = await freePort();
  const baseUrl = `http://${HOST}:${port}`;
  for (const name of VARIABLES) if (!KEPT.has(name)) delete process.env[name];
  Object.assign(process.env, {
    HOST,
    PORT: String(port),
    BASE_URL: baseUrl,
    PORTICO_DATA: dataDir,
    STRIPE_API_BASE: stripe.url,
    LOG_LEVEL: 'warn',
  });
  forgetEnv();
  return { baseUrl, dataDir, stripe };
}

/** Leaves nothing behind. */
export async function removeWorld({ dataDir, stripe }: BenchWorld): Promise<void> {
  await stripe.close();
  rmSync(dataDir, { recursive: true, force: true });
}

/** A Portico started as `npm start` starts it. */
export type Started = { startUpMs: number; launcher: number; stop(): Promise<void> };

/** Starts it and waits until it can do all its work; what it says goes into a file. */
export async function startPortico(world: BenchWorld, logFile: string): Promise<Started> {
  mkdirSync('.portico/bench', { recursive: true });
  const log = openSync(logFile, 'w');
  const begun = performance.now();
  const child = spawn(process.execPath, ['lib/cli/run.mjs', 'start'], {
    stdio: ['ignore', log, log, 'ipc'],
    env: {
      ...process.env,
      // Set and empty, so that a `.env` of this machine stays out and it opens the data folder itself.
      ...Object.fromEntries(VARIABLES.map((name) => [name, process.env[name] ?? ''])),
      DATABASE_URL: '',
      PORTICO_SECRET: '',
    },
  });
  closeSync(log);
  const stop = () => ended(child);
  try {
    await ready(child, world, logFile, begun);
  } catch (error) {
    await stop();
    throw error;
  }
  return { startUpMs: performance.now() - begun, launcher: child.pid ?? 0, stop };
}

async function ready(
  child: ChildProcess,
  { baseUrl }: BenchWorld,
  logFile: string,
  begun: number,
): Promise<void> {
  while (performance.now() - begun < PATIENCE_MS) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${baseUrl}/api/ready`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await pause(20);
  }
  throw new PlainError(`Portico did not start; ${logFile} says why.`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  await gone;
}

/** Memory of the web processes together, in MB, as the system counts it (resident). */
export async function webMemory(launcher: number): Promise<number> {
  const { stdout } = await run('ps', ['-A', '-o', 'ppid=,rss=,args=']);
  const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/));
  const web = rows.filter(
    ([parent, , ...command]) => Number(parent) === launcher && command.at(-1) === 'web',
  );
  return web.reduce((sum, [, kilobytes]) => sum + Number(kilobytes), 0) / 1024;
}
