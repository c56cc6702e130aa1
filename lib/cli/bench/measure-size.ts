import { bringUpToDate, withDatabase } from '@/lib/cli/database';
import { closeDb } from '@/lib/db/client';
import { PlainError } from '@/lib/env/plain-error';
import { closeJobSender } from '@/lib/jobs/boss';
import { type BenchWorld, startPortico } from './bench-world';
import { measureDeeds, measureWebhook } from './measure-deeds';
import { measureFiles } from './measure-files';
import { addressesOf, measurePages } from './measure-pages';
import { measureScripts } from './measure-scripts';
import type { Measured } from './report';
import { seedBusiness } from './seed-business';
import { owner } from './visitors';

/** Fills the world with a business of this size, starts Portico on it, measures, and stops it; interrupted, it stops at once. */
export async function measureSize(
  world: BenchWorld,
  invoices: number,
  logFile: string,
  interrupted: AbortSignal,
): Promise<Measured[]> {
  const say = (text: string) => console.error(`${invoices.toLocaleString('en')}: ${text}`);
  const unlessInterrupted = <T>(work: Promise<T>) => Promise.race([work, rejected(interrupted)]);
  say('filling');
  const begun = performance.now();
  const businessId = await working(async (databaseUrl) => {
    await bringUpToDate(databaseUrl);
    return (await unlessInterrupted(seedBusiness(databaseUrl, invoices))).ctx.business.id;
  });
  const filling: Measured = { what: 'filling the database', median: performance.now() - begun };
  const portico = await startPortico(world, logFile);
  try {
    const measured = await working(async () => {
      const ctx = await owner(businessId);
      const addresses = await addressesOf(ctx, world.baseUrl);
      const { cookie = '' } = addresses.staff.home ?? {};
      const base = `${world.baseUrl}/b/${ctx.business.slug}`;
      const parts: Record<string, () => Promise<Measured[]>> = {
        pages: () => measurePages(addresses),
        deeds: () => measureDeeds(ctx),
        webhook: () => measureWebhook(ctx, world.stripe),
        files: () => measureFiles(ctx, { base, cookie, launcher: portico.launcher }),
        scripts: () => measureScripts(addresses),
      };
      const rows: Measured[] = [];
      for (const [what, measure] of Object.entries(parts)) {
        say(what);
        const part = measure().catch((error) => {
          interrupted.throwIfAborted();
          return [broken(what, error)];
        });
        rows.push(...(await unlessInterrupted(part)));
      }
      return rows;
    });
    return [filling, { what: 'start-up', median: portico.startUpMs }, ...measured];
  } finally {
    await portico.stop();
  }
}

/** Rejects as soon as the signal is given, or at once when it was. */
function rejected(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new PlainError('Stopped.'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** What could not be measured stands in the table as such; the rest is measured all the same. */
function broken(what: string, error: unknown): Measured {
  console.error(error);
  const note = error instanceof Error ? error.message : String(error);
  return { what, note, budgets: [{ says: 'can be measured', kept: false }] };
}

/** Works on the data folder's database, whoever runs it, and lets go of it. */
async function working<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  // As published by an earlier piece of work; the server may have another port by now.
  delete process.env.DATABASE_URL;
  delete process.env.PORTICO_SECRET;
  return await withDatabase(async (databaseUrl) => {
    try {
      return await work(databaseUrl);
    } finally {
      await closeJobSender();
      await closeDb();
    }
  });
}
