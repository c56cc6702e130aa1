import { startWorld } from './world';

/** One production build, database, worker, mailbox and stand-in for Stripe for the whole run. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { stop, ...world } = await startWorld();
  // Workers inherit the environment of this process.
  process.env.PORTICO_TEST_WORLD = JSON.stringify(world);
  return stop;
}
