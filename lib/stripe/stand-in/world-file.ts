import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { World } from '@/lib/stripe/stand-in/world';

const fileName = 'stripe-stand-in.json';

/** Reads the kept world, or starts an empty one. A file that is not ours to read is an error. */
export function readWorld(dataDir: string | null): World {
  const empty: World = { accounts: {}, deliveries: [] };
  if (!dataDir) return empty;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    return JSON.parse(readFileSync(join(dataDir, fileName), 'utf8')) as World;
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return empty;
    throw problem;
  }
}

/** Replaces the file in one step, so that a kill leaves the old world or the new one, never half. */
export function writeWorld(dataDir: string, world: World): void {
  const target = join(dataDir, fileName);
  const draft = `${target}.${process.pid}.tmp`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeFileSync(file, JSON.stringify(world));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, target);
}
