// The one launcher behind every npm script: `node lib/cli/run.mjs <command> [arguments]`.
// Plain JavaScript, because it must run on the machine's own Node before anything is built.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const NODE_MAJOR = 24;
const BUNDLED_NODE = join(ROOT, 'node_modules/node/bin/node');

/** Commands that must behave the same on every machine and so never read `.env`. */
const WITHOUT_DOT_ENV = new Set(['demo', 'check', 'bench', 'gallery', 'build', 'migration']);

/** Ends the process with one sentence for a person; the stack of a plain error helps nobody. */
function fail(error) {
  const plain = error instanceof Error && error.name === 'PlainError';
  console.error(plain ? error.message : error);
  process.exit(1);
}

/** Runs this same command again on the Node that came with `npm ci`. */
function runOnBundledNode() {
  if (!existsSync(BUNDLED_NODE)) {
    console.error(
      `Portico needs Node ${NODE_MAJOR} and this is Node ${process.versions.node}. ` +
        'Run "npm ci" first: it brings the right one along.',
    );
    process.exit(1);
  }
  // The channel lets the child notice when this process is killed without a chance to say so.
  const child = spawn(BUNDLED_NODE, process.argv.slice(1), {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // A terminal sends Ctrl-C to the child as well; this process only has to outlive it.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', fail);
  child.on('exit', (code, signal) => {
    process.exit(code ?? (signal === 'SIGINT' ? 130 : 1));
  });
}

function failUnknown(command) {
  console.error(`There is no command "${command ?? ''}". "npm run" lists what there is.`);
  process.exit(1);
}

async function run() {
  const [command, ...args] = process.argv.slice(2);
  process.chdir(ROOT);
  if (command === 'generate') {
    const { generate } = await import('./generate.mjs');
    return await generate();
  }
  const entry = `lib/cli/${command}.ts`;
  if (!/^[a-z][a-z-]*$/.test(command ?? '') || !existsSync(entry)) failUnknown(command);
  if (!WITHOUT_DOT_ENV.has(command) && existsSync('.env')) process.loadEnvFile('.env');
  process.setSourceMapsEnabled(true);
  // Children of a running command find client and bundles made by their parent.
  if (!process.env.PORTICO_CHILD) {
    const { generate } = await import('./generate.mjs');
    await generate();
  }
  const { bundle } = await import('./bundle.mjs');
  const { main } = await import(pathToFileURL(await bundle(entry)).href);
  // Beside the commands lie their parts, which have no main.
  if (typeof main !== 'function') failUnknown(command);
  await main(args);
}

if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR) runOnBundledNode();
else run().catch(fail);
