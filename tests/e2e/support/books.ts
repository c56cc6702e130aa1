import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { VARIABLES } from '@/lib/env/env';
import type { World } from './world';

const run = promisify(execFile);

/** Runs `npm run books` on the world's own data folder and fails with whatever it finds. */
export async function expectGoodBooks(world: World): Promise<void> {
  const env = {
    ...process.env,
    ...Object.fromEntries(VARIABLES.map((name) => [name, ''])),
    ...world.environment,
  };
  const { stdout } = await run(process.execPath, ['lib/cli/run.mjs', 'books'], { env }).catch(
    (failed: { stdout: string }) => failed,
  );
  expect(stdout.trim()).toBe('The books add up.');
}
