import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SCHEMA = 'prisma/schema';
const CLIENT = 'lib/db/generated';
const STAMP = join(CLIENT, 'schema.hash');

function schemaHash() {
  const hash = createHash('sha256');
  hash.update(readFileSync('node_modules/prisma/package.json'));
  for (const name of readdirSync(SCHEMA).sort()) {
    if (name.endsWith('.prisma')) hash.update(name).update(readFileSync(join(SCHEMA, name)));
  }
  return hash.digest('hex');
}

/**
 * Writes the Prisma client into lib/db/generated, offline. Does nothing while the schema and the
 * version of Prisma are those of the last time. Runs in the project's root.
 */
export function generate() {
  if (!existsSync(SCHEMA) || !readdirSync(SCHEMA).some((name) => name.endsWith('.prisma'))) return;
  const hash = schemaHash();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  const result = spawnSync(
    process.execPath,
    ['node_modules/prisma/build/index.js', 'generate', '--schema', SCHEMA, '--no-hints'],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        // Generating needs only the WebAssembly inside the package, but the command line insists
        // on a native engine and would download it: any file that can be executed satisfies it.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  );
  if (result.status !== 0) {
    const error = new Error(
      `The Prisma client could not be generated.\n${result.stdout ?? ''}${result.stderr ?? ''}`,
    );
    error.name = 'PlainError';
    throw error;
  }
  writeFileSync(STAMP, hash);
}
