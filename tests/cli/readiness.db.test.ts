import { beforeEach, expect, test, vi } from 'vitest';
import { GET } from '@/app/api/ready/route';
import { unscopedDb } from '@/lib/db/client';
import { noteDatabaseAway } from '@/lib/db/readiness';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + 10_000);
});

async function ask(): Promise<[number, unknown]> {
  // Answers are kept for a second: each question of a test comes later than that.
  vi.setSystemTime(Date.now() + 2_000);
  const response = await GET();
  return [response.status, await response.json()];
}

test('An instance is ready when its worker was seen within the last minute', async () => {
  const seen = async (secondsAgo: number) => {
    await unscopedDb().$executeRaw`DELETE FROM "WorkerHeartbeat"`;
    await unscopedDb()
      .$executeRaw`INSERT INTO "WorkerHeartbeat" VALUES ('w', now() - make_interval(secs => ${secondsAgo}))`;
    return await ask();
  };
  const others = { database: 'ok', migrations: 'ok' };
  expect(await ask()).toEqual([503, { status: 'unavailable', ...others, worker: 'silent' }]);
  expect(await seen(50)).toEqual([200, { status: 'ok', ...others, worker: 'ok' }]);
  expect(await seen(70)).toEqual([503, { status: 'unavailable', ...others, worker: 'silent' }]);
});

test('An instance whose pages have just met no database is not ready, and is again two seconds later', async () => {
  vi.setSystemTime(Date.now() + 2_000);
  noteDatabaseAway();
  expect(await (await GET()).json()).toMatchObject({
    status: 'unavailable',
    database: 'unreachable',
  });
  expect((await ask())[1]).toMatchObject({ database: 'unreachable' });
  expect((await ask())[1]).toMatchObject({ database: 'ok' });
});
