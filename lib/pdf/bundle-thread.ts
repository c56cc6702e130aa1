import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const ENTRY = 'lib/pdf/thread.ts';
const FOLDER = '.portico/build';

/**
 * Bundles the render thread into `<root>/.portico/build/pdf-thread.mjs` and returns that path. A
 * bundle that is newer than all its sources is kept. The packages stay outside: fonts and react-pdf
 * are read from node_modules. The thread lives outside Next's bundle, so Next's own build does not
 * make it.
 */
export async function bundleThread(root: string = process.cwd()): Promise<string> {
  const file = path.join(root, FOLDER, 'pdf-thread.mjs');
  const list = path.join(root, FOLDER, 'pdf-thread.sources.json');
  if (await isFresh(root, file, list)) return file;
  // Required from the root at run time: no bundler may pull esbuild into the server.
  const { build } = createRequire(path.join(root, 'package.json'))('esbuild') as EsbuildModule;
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [ENTRY],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    jsx: 'automatic',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  await mkdir(path.dirname(file), { recursive: true });
  await replace(list, JSON.stringify(Object.keys(metafile.inputs)));
  for (const output of outputFiles) await replace(file, output.contents);
  return file;
}

type EsbuildModule = Pick<typeof import('esbuild'), 'build'>;

async function isFresh(root: string, file: string, list: string): Promise<boolean> {
  try {
    const built = (await stat(file)).mtimeMs;
    const sources: unknown = JSON.parse(await readFile(list, 'utf8'));
    if (!Array.isArray(sources)) return false;
    const times = await Promise.all(sources.map((source) => stat(path.join(root, String(source)))));
    return times.every((source) => source.mtimeMs <= built);
  } catch (error) {
    // A source that is gone or a bundle that was never made: bundle again.
    if (isMissing(error) || error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Whole or not at all: another process may be starting its threads from this file. */
async function replace(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
