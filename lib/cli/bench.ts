import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { makeWorld, removeWorld } from '@/lib/cli/bench/bench-world';
import { measureSize } from '@/lib/cli/bench/measure-size';
import { type Measured, tableOf } from '@/lib/cli/bench/report';
import { buildIfStale } from '@/lib/cli/build';
import { PlainError } from '@/lib/env/plain-error';

const FOLDER = '.portico/bench';

/**
 * `npm run bench`: measures a production Portico at several sizes and holds it against the design's budgets.
 * `npm run bench -- --invoices 1000,100000` chooses the sizes. A missed budget is reported, not an error.
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
  // What was started is ended in order: between two parts at the first Ctrl-C, at once at the second.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () =>
      interruption.signal.aborted ? process.exit(1) : interruption.abort(),
    );
  }
  const results: { invoices: number; rows: Measured[] }[] = [];
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
    const text = JSON.stringify({ at: begun.toISOString(), machine, results }, null, 2);
    writeFileSync(file, `${text}\n`);
  }
  const missed = results.flatMap(({ rows }) => rows.flatMap(({ budgets = [] }) => budgets));
  const over = missed.filter(({ kept }) => !kept).length;
  console.log(`\n${missed.length - over} budgets kept, ${over} missed. ${file}`);
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
