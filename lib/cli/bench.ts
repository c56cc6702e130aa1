import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { makeWorld, removeWorld } from '@/lib/cli/bench/bench-world';
import { growthOf } from '@/lib/cli/bench/growth';
import { measureSize } from '@/lib/cli/bench/measure-size';
import { type SizeMeasured, tableOf } from '@/lib/cli/bench/report';
import { buildIfStale } from '@/lib/cli/build';
import { PlainError } from '@/lib/env/plain-error';

const FOLDER = '.portico/bench';

/**
 * `npm run bench`: measures a production Portico at several sizes and holds it against the design's budgets.
 * `npm run bench -- --invoices 1000,100000,1000000` chooses the sizes; those beyond 100,000 are also held against that one.
 * A missed budget is reported, not an error.
 */
export async function main(args: string[] = []): Promise<void> {
  const sizes = sizesIn(args);
  const machine = {
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? '',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    // Whatever else runs here runs at the cost of what is measured.
    loadBefore: Number(loadavg()[0]?.toFixed(1)),
  };
  console.log(`${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}`);
  if (machine.loadBefore > machine.cores / 2) {
    console.log(`This machine is busy (load ${machine.loadBefore}): expect worse than it can do.`);
  }
  await buildIfStale();
  const interruption = new AbortController();
  // What was started is ended in order: leaving at once would leave a database and its folder behind.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!interruption.signal.aborted) console.error('Stopping…');
      interruption.abort();
    });
  }
  const results: SizeMeasured[] = [];
  const begun = new Date();
  const file = `${FOLDER}/${begun.toISOString().slice(0, 19).replaceAll(':', '-')}.json`;
  mkdirSync(FOLDER, { recursive: true });
  for (const invoices of sizes) {
    const world = await makeWorld();
    try {
      const rows = await measureSize(
        world,
        invoices,
        `${FOLDER}/${invoices}.log`,
        interruption.signal,
      );
      results.push({ invoices, rows });
      console.log(`\n${invoices.toLocaleString('en')} invoices; times in ms\n${tableOf(rows)}`);
    } finally {
      await removeWorld(world);
    }
    // After each size, so that a later one that fails takes nothing with it.
    const measured = { at: begun.toISOString(), machine, results, growth: growthOf(results) };
    const text = JSON.stringify(measured, null, 2);
    writeFileSync(file, `${text}\n`);
  }
  const growth = growthOf(results);
  if (growth.length > 0) console.log(`\ngrowth; times in ms\n${tableOf(growth)}`);
  const rows = [...results.flatMap((result) => result.rows), ...growth];
  const budgets = rows.flatMap((row) => row.budgets ?? []);
  const over = budgets.filter(({ kept }) => !kept).length;
  console.log(`\n${budgets.length - over} budgets kept, ${over} missed. ${file}`);
}

function sizesIn(args: string[]): number[] {
  const at = args.indexOf('--invoices');
  const given = at < 0 ? '1000,100000' : (args[at + 1] ?? '');
  const sizes = given.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 100 || size > 5_000_000)) {
    throw new PlainError(
      '--invoices takes whole numbers from 100 to 5000000, such as 1000,100000.',
    );
  }
  return sizes;
}
