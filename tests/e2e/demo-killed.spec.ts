import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '@/lib/db/processes';
import { childrenOf } from '../support/processes';
import { expectGoodBooks } from './support/books';
import { mailsTo } from './support/mail';
import { entrance, query, signInAs } from './support/people';
import { expect, test } from './support/test';
import { patternOf, words } from './support/words';
import { begin, room, type StartedWorld } from './support/world';

type Demo = { started: StartedWorld; launcher: ChildProcess };

const RECOVERY_MS = 90_000;

/** What the demo's launcher has started: web, worker, and the database. */
function others({ started, launcher }: Demo): number[] {
  const file = join(started.dataDir, 'database/cluster/postmaster.pid');
  const children = childrenOf(launcher.pid ?? 0).map(({ pid }) => pid);
  expect(children).toContain(Number(readFileSync(file, 'utf8').split('\n')[0]));
  return children;
}

async function end({ launcher }: Demo, signal: NodeJS.Signals): Promise<void> {
  const gone = once(launcher, 'exit');
  launcher.kill(signal);
  await gone;
}

test('the demo is killed outright as a client pays: the next start has the payment, the receipt and all who were signed in; Ctrl-C leaves nobody behind', async ({
  page,
  context,
  watch,
}) => {
  test.setTimeout(300_000);
  // Whatever a window was asking for when nobody was there any more.
  watch.expectTrouble(/ERR_|Failed to fetch|ChunkLoadError/);
  const t = words('en');
  const { dataDir, ports } = await room();
  let demo: Demo = await begin('demo', dataDir, ports, {});
  const first = demo.started;
  const startAgain = async () => {
    demo = await begin('demo', dataDir, ports, {});
    // The same ports and entrance: what somebody has open or was told goes on being true.
    expect({ ...demo.started, stop: null }).toEqual({
      ...first,
      stop: null,
      databaseUrl: demo.started.databaseUrl,
    });
  };
  const cards = async () =>
    (await query(demo.started, `SELECT id FROM "Payment" WHERE method = 'CARD'`)).length;
  try {
    const before = await cards();
    await signInAs(first, context, entrance(first).email);
    await page.goto(entrance(first).magicLink);
    await page.locator('main form button[type=submit]').first().click();
    await page.waitForURL(/\/portal\//);
    const invoice = page.url();
    const [client] = await query<{ email: string }>(
      first,
      `SELECT c.email FROM "Document" d JOIN "Party" c ON c.id = d."partyId" WHERE d.id = $1`,
      [invoice.split('/').at(-1)],
    );
    const mails = async () => (await mailsTo(demo.started, client?.email ?? '')).length;
    const had = await mails();
    const payNow = patternOf(t('portal.toPay.payNow', { amount: '¤' }));
    await page.getByRole('button', { name: payNow }).first().click();
    await page.waitForURL((url) => url.href.startsWith(`${first.stripeUrl}/pay/`));

    // The money is taken and the client on the way back: at that moment everything ends, PostgreSQL too.
    await page.route(/\/pay\/return/, (route) => route.abort());
    const onTheWay = page.waitForRequest(/\/pay\/return/);
    const all = others(demo);
    await page.locator('button[value=card]').click();
    await onTheWay;
    for (const pid of all) process.kill(pid, 'SIGKILL');
    await end(demo, 'SIGKILL');
    await startAgain();
    await expect.poll(cards, { timeout: RECOVERY_MS }).toBe(before + 1);
    await expect.poll(mails, { timeout: RECOVERY_MS }).toBe(had + 1);

    // Now the launcher alone: what it leaves behind does not stand in the way of the next start.
    const orphans = others(demo);
    await end(demo, 'SIGKILL');
    await startAgain();
    await expect.poll(() => orphans.filter(isAlive), { timeout: RECOVERY_MS }).toEqual([]);
    expect(await cards()).toBe(before + 1);
    expect(await mails()).toBe(had + 1);
    await page.goto(invoice);
    await expect(page).toHaveURL(invoice);
    await expect(page.getByText(t('documents.state.paid')).first()).toBeVisible();
    await page.goto(first.baseUrl);
    await page.waitForURL(/\/b\/[^/]+\/home$/);
    await expectGoodBooks(demo.started);

    const family = others(demo);
    await end(demo, 'SIGINT');
    expect(demo.launcher.exitCode).toBe(0);
    expect(family.filter(isAlive)).toEqual([]);
  } finally {
    await demo.started.stop();
  }
});
