import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '@/lib/db/embedded';
import { type SchemaFile, schemaDiff } from '@/lib/db/schema-diff';
import { PlainError } from '@/lib/env/plain-error';

const SCHEMA = 'prisma/schema';
const MIGRATIONS = 'prisma/migrations';

/** The schema as of the last migration, all files in one: what the next migration starts from. */
const LOCK = join(MIGRATIONS, 'schema.lock');

/** `npm run migration -- <name>`: writes the SQL from the last migration's schema to the edited one. */
export async function main(args: string[]): Promise<void> {
  const [name] = args;
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new PlainError(
      'Name the migration in lower case with underscores: npm run migration -- add_due_date.',
    );
  }
  const schema = currentSchema();
  const from = existsSync(LOCK) ? [{ path: LOCK, content: readFileSync(LOCK, 'utf8') }] : [];
  const sql = await diffOnScratchDatabase(from, [schema]);
  if (sql.trim() === '' || sql.trim() === '-- This is an empty migration.') {
    throw new PlainError('The schema has not changed since the last migration.');
  }
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(MIGRATIONS, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  writeFileSync(LOCK, schema.content);
  console.log(sql);
  console.log(`Written to ${join(folder, 'migration.sql')}. Add by hand what Prisma cannot say`);
  console.log('(checks, triggers, partial indexes), then run: npm run migrate');
}

async function diffOnScratchDatabase(from: SchemaFile[], to: SchemaFile[]): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portico-migration-'));
  const database = await startEmbeddedDatabase({ dataDir });
  try {
    return await schemaDiff(database.url, from, to);
  } finally {
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** All files of the schema as one, in the order of their names; lib/db's test compares it. */
export function currentSchema(): SchemaFile {
  const files = readdirSync(SCHEMA).filter((file) => file.endsWith('.prisma'));
  const content = files.sort().map((file) => readFileSync(join(SCHEMA, file), 'utf8'));
  return { path: 'schema.prisma', content: content.join('\n') };
}
