import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '@/lib/db/processes';
import { builtActions } from '../sweep/caller';
import { expectGoodBooks } from './support/books';
import { type FaultBusiness, foundIn, isReady } from './support/fault-business';
import { expectOthers, type FaultWorld, startFaultWorld } from './support/fault-world';
import { query } from './support/people';
import { expect, test } from './support/test';

// A world of its own, whose processes are killed.
const BACK_MS = 90_000;
let world: FaultWorld;
let weatherside: FaultBusiness;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  world = await startFaultWorld();
  weatherside = await foundIn(world);
});
test.afterAll(async () => {
  await world?.stop();
});

test('killed outright, everything comes back by itself and nothing acknowledged is lost', async () => {
  test.setTimeout(240_000);
  const note = builtActions().get('app/b/[business]/clients/actions.ts addClientNote');
  if (!note) throw new Error('no action to write a note with');
  const kept: string[] = [];
  const write = async () => {
    const id = randomUUID();
    const input = { id, partyId: weatherside.ids.client, body: `note ${id}` };
    // Whose server dies under them may wait for ever.
    const patience = pause(10_000, null, { ref: false });
    const answer = weatherside.owner.act(note, [weatherside.slug, input]).catch(() => null);
    if ((await Promise.race([answer, patience]))?.body.includes('"ok":true')) kept.push(id);
  };
  const isUp = async () => {
    const signal = AbortSignal.timeout(2_000);
    return (await fetch(`${world.baseUrl}/api/health`, { signal }).catch(() => null))?.status;
  };
  const webs = world.children('web');
  const workers = world.children('worker');
  const first = Array.from({ length: 12 }, write);
  await Promise.race(first);
  for (const pid of webs) process.kill(pid, 'SIGKILL');
  await Promise.all(first);
  await expectOthers(world, 'web', webs);
  await expect.poll(isUp, { timeout: BACK_MS }).toBe(200);

  const second = Array.from({ length: 12 }, write);
  await Promise.race(second);
  const all = [...world.children('web'), ...world.children('worker')];
  expect(all).toHaveLength(webs.length + workers.length);
  process.kill(world.launcher(), 'SIGKILL');
  await Promise.all(second);
  // Nobody is left behind to hold the port.
  await expect.poll(() => all.filter(isAlive), { timeout: BACK_MS }).toEqual([]);
  await world.startAgain();
  await expect.poll(isUp, { timeout: BACK_MS }).toBe(200);
  expect(kept.length).toBeGreaterThan(1);
  const rows = await query<{ id: string }>(
    world,
    'SELECT id FROM "Note" WHERE id::text = ANY($1)',
    [kept],
  );
  expect(rows.map(({ id }) => id).sort()).toEqual(kept.sort());
  await expect
    .poll(() => isReady(weatherside), { timeout: BACK_MS })
    .toMatchObject({ status: 'ok' });
  await expectGoodBooks(world);
});
