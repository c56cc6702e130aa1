import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const BUILD = '.portico/build';

/** Changing this file or the versions of what it bundles makes every earlier bundle stale. */
const RECIPE = ['lib/cli/bundle.mjs', 'package-lock.json', 'tsconfig.json'];

/** Marks an error whose message says everything (see lib/env/plain-error.ts). */
const PLAIN = { name: 'PlainError' };

let running = 0;

function print(files) {
  return files.map((file) => {
    const { mtimeMs, size } = statSync(file);
    return [file, mtimeMs, size];
  });
}

function isFresh(stampFile, output) {
  if (!existsSync(stampFile) || !existsSync(output)) return false;
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
    return JSON.stringify(stamp) === JSON.stringify(print(stamp.map(([file]) => file)));
  } catch (error) {
    // A source that was deleted or a stamp cut short by a crash: build again.
    if (error instanceof SyntaxError || error.code === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Bundles one TypeScript entry (packages stay outside, `@/` is the project's root) into
 * .portico/build/<name>.mjs and returns that file's absolute path. Reuses the last bundle while no
 * file in it has changed. Runs in the project's root; code in a bundle finds files from there too.
 */
export async function bundle(entry) {
  const name = basename(entry).replace(/\.tsx?$/, '');
  const output = join(BUILD, `${name}.mjs`);
  const stampFile = join(BUILD, `${name}.json`);
  if (isFresh(stampFile, output)) return resolve(output);
  const { build, stop } = await import('esbuild');
  running += 1;
  const begun = Date.now();
  const result = await build({
    entryPoints: [entry],
    outfile: output,
    write: false,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    jsx: 'automatic',
    sourcemap: 'inline',
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [nextModules],
  })
    .catch((error) => {
      throw Object.assign(new Error(error.message), PLAIN);
    })
    .finally(() => {
      running -= 1;
      // Its helper process would otherwise live as long as this one.
      if (running === 0) stop();
    });
  const missing = Object.values(result.metafile.outputs)
    .flatMap(({ imports }) => imports.map(({ path }) => path))
    .find((path) => path.startsWith('@/'));
  // esbuild takes what it cannot find for a package, and the process would stumble over it later.
  if (missing)
    throw Object.assign(new Error(`${entry} needs ${missing}, and there is no such file.`), PLAIN);
  const inputs = Object.keys(result.metafile.inputs).filter((file) => existsSync(file));
  // Written beside and renamed, so that a process starting meanwhile never reads half a bundle.
  mkdirSync(BUILD, { recursive: true });
  const partial = `${output}.${process.pid}`;
  writeFileSync(partial, result.outputFiles[0].contents);
  renameSync(partial, output);
  const stamp = print([...RECIPE, ...inputs]);
  // A file saved while its bundle was being made may be in it as it was before.
  const settled = stamp.every(([, savedAt]) => savedAt < begun);
  if (settled) writeFileSync(stampFile, JSON.stringify(stamp));
  return resolve(output);
}

/** Next has no `exports` map, so Node finds "next/headers" only with its extension. */
const nextModules = {
  name: 'next-modules',
  setup(build) {
    build.onResolve({ filter: /^next\/[a-z-]+$/ }, ({ path }) => ({
      path: `${path}.js`,
      external: true,
    }));
  },
};
