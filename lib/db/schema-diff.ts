import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import { PlainError } from '@/lib/env/plain-error';

/** One file of a Prisma schema. */
export type SchemaFile = { path: string; content: string };

/**
 * The SQL that leads from one Prisma schema to another (an empty list is an empty database), as
 * Prisma's own `migrate diff --script` writes it. Works offline. The database is only asked for its
 * version, nothing in it is read or changed.
 */
export async function schemaDiff(
  databaseUrl: string,
  from: SchemaFile[],
  to: SchemaFile[],
): Promise<string> {
  await load();
  const adapter = bindMigrationAwareSqlAdapterFactory(
    new PrismaPg({ connectionString: databaseUrl, max: 1 }),
  );
  const datamodels = to.map(({ path, content }): [string, string] => [path, content]);
  try {
    const schemaEngine = await engine.SchemaEngine.new({ datamodels }, () => {}, adapter);
    const { stdout } = await schemaEngine.diff({
      from: from.length > 0 ? { tag: 'schemaDatamodel', files: from } : { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: to },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? '';
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new PlainError(`The schemas cannot be compared: ${message}`, { cause });
  }
}

let loaded: Promise<void> | undefined;

/** The package expects a bundler to load its WebAssembly; Node has to be shown how. */
function load(): Promise<void> {
  loaded ??= (async () => {
    Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message() {} } });
    const require = createRequire(join(process.cwd(), 'package.json'));
    const folder = dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
    const bytes = readFileSync(join(folder, 'schema_engine_bg.wasm'));
    const bg = engine as unknown as WebAssembly.ModuleImports & {
      __wbg_set_wasm(exports: WebAssembly.Exports): void;
    };
    const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bg });
    bg.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return loaded;
}
