import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import sharp from 'sharp';
import { isAlive } from '@/lib/db/processes';
import { LOCALES, type Locale } from '@/lib/i18n/locale';
import { openHostile, sendHostile } from '../faults/hostile';
import { builtActions, Caller } from '../sweep/caller';
import { type Furnished, found, furnish, takeCards } from '../sweep/cast';
import { draft } from '../sweep/route-table';
import { expectGoodBooks } from './support/books';
import { expectOthers, type FaultWorld, startFaultWorld } from './support/fault-world';
import { mailsTo } from './support/mail';
import { addColleague, query, signInAs } from './support/people';
import { payOnHostedPage } from './support/stripe';
import { expect, test } from './support/test';
import { patternOf, words } from './support/words';

// A world of its own, whose database, servers, disk and processes are taken away and given back.
test.describe.configure({ mode: 'default' });

const BACK_MS = 90_000;
const CLIENT = 'longreach@example.com';
let world: FaultWorld;
let owner: Caller;
let made: Furnished;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  world = await startFaultWorld();
  let slug: string;
  [slug, owner] = await found(world, 'Weatherside', 'the owner');
  await takeCards(world, owner, slug);
  made = await furnish(world, owner, slug, 'Longreach', 'Plain');
});
test.afterAll(async () => {
  await world?.stop();
});

const at = (path: string) => `${world.baseUrl}/b/${made.slug}/${path}`;

async function act<Data>(file: string, deed: string, input: unknown): Promise<Data> {
  const action = builtActions().get(`app/b/[business]/${file} ${deed}`);
  return owner.must<Data>(action, [made.slug, input]);
}

/** A colleague who reads a language, signed in in this browser. */
async function enter(context: BrowserContext, locale: Locale): Promise<void> {
  await signInAs(world, context, await addColleague(world, made.slug, { locale }));
  await context.addCookies([{ name: 'portico-locale', value: locale, url: world.baseUrl }]);
}

/** The client, in the portal on the invoice they were sent. */
async function enterPortal(page: Page, locale: Locale): Promise<void> {
  await query(world, 'UPDATE "Party" SET locale = $1::"Locale" WHERE id = $2', [
    locale,
    made.ids.client,
  ]);
  const { url } = await act<{ url: string }>('invoices/actions.ts', 'copyInvoiceLink', {
    id: made.ids.invoice,
  });
  await page.goto(url);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL(/\/portal\//);
}

/** Issues and sends the draft; returns its message. */
async function send(): Promise<string> {
  const { messageId } = await act<{ messageId: string }>(
    'invoices/[id]/send/actions.ts',
    'sendOne',
    {
      formId: randomUUID(),
      id: made.ids.draft,
      version: (await stored('version')) as number,
      to: CLIENT,
      cc: [],
      subject: null,
      body: null,
      expectedNumber: '',
      attachPdf: false,
    },
  );
  return messageId;
}

async function stored(column: string): Promise<unknown> {
  const [row] = await query<Record<string, unknown>>(
    world,
    `SELECT "${column}" AS value FROM "Document" WHERE id = $1`,
    [made.ids.draft],
  );
  return row?.value;
}

/** What has arrived of a message, known by the Message-ID that all its attempts share. */
async function arrived(message: string): Promise<unknown[]> {
  const [row] = await query<{ id: string }>(
    world,
    'SELECT "messageId" AS id FROM "Message" WHERE id = $1',
    [message],
  );
  return (await mailsTo(world, CLIENT)).filter(({ messageId }) => messageId === row?.id);
}

async function isReady(): Promise<Record<string, string>> {
  return (await (await fetch(`${world.baseUrl}/api/ready`)).json()) as Record<string, string>;
}

test('with the database away pages say so, nothing typed is lost, and all goes on when it is back', async ({
  page: list,
  context,
  watch,
}) => {
  test.setTimeout(180_000);
  // Every window hears of it, and React says that the server's part failed (its error 441).
  watch.expectTrouble(/503|500|Failed to fetch|ERR_|React error #441/);
  const t = words('en');
  await enter(context, 'en');
  const [form, editor, walk] = [
    await context.newPage(),
    await context.newPage(),
    await context.newPage(),
  ];
  const client = await watch.secondPerson({ locale: 'ar-SA' });
  const portal = await client.newPage();
  await enterPortal(portal, 'ar');
  const door = await (await watch.secondPerson({ locale: 'en-GB' })).newPage();
  await door.goto(`${world.baseUrl}/sign-in`);
  await list.goto(at('clients'));
  await walk.goto(at('clients'));
  await form.goto(at(`clients/${made.ids.client}/edit`));
  const street = form.locator('form [name="street"]');
  await street.fill('9 Breakwater');
  await editor.goto(at(`invoices/${made.ids.draft}`));
  const notes = editor.getByRole('textbox', { name: t('editor.paper.notes'), exact: true });
  await expect(notes).toBeVisible();

  await world.database.stop();
  await notes.fill('PO 4711');
  for (const locale of LOCALES) {
    const answer = await fetch(at('home'), {
      headers: { accept: 'text/html', cookie: `portico-staff=x; portico-locale=${locale}` },
    });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.text()).toContain(words(locale)('common.away.title'));
  }
  const away = { name: t('common.away.title') };
  expect((await list.reload())?.status()).toBe(503);
  await expect(list.getByRole('heading', away)).toBeVisible();
  await walk
    .getByRole('link', { name: t('frame.places.products') })
    .first()
    .click();
  await expect(walk.getByRole('heading', away)).toBeVisible();
  expect((await portal.reload())?.status()).toBe(503);
  const arabic = words('ar');
  await expect(portal.getByRole('heading', { name: arabic('common.away.title') })).toBeVisible();
  await expect(portal.locator('html')).toHaveAttribute('dir', 'rtl');
  await form
    .getByRole('button', { name: t('clients.form.save') })
    .last()
    .click();
  await expect(form.getByRole('alert').first()).toContainText(t('errors.databaseAway'));
  await expect(street).toHaveValue('9 Breakwater');
  await expect(editor.getByText(t('editor.save.offline'))).toBeVisible();
  expect((await isReady()).database).toBe('unreachable');
  await door.getByLabel(t('auth.signIn.email')).fill('weatherside@example.com');
  await door.getByLabel(t('auth.signIn.password')).fill('long enough to pass');
  await door.getByRole('button', { name: t('auth.signIn.button') }).click();
  await expect(door.getByText(t('auth.signIn.away'))).toBeVisible();

  await world.database.start();
  await expect(list.getByRole('heading', { name: t('clients.title') })).toBeVisible({
    timeout: BACK_MS,
  });
  await expect(walk.getByRole('heading', { level: 1, name: t('products.title') })).toBeVisible({
    timeout: BACK_MS,
  });
  await expect(portal.getByRole('heading', { name: arabic('common.away.title') })).toHaveCount(0, {
    timeout: BACK_MS,
  });
  await expect(editor.getByText(t('editor.save.offline'))).toBeHidden({ timeout: BACK_MS });
  await expect.poll(() => stored('notes')).toBe('PO 4711');
  await form
    .getByRole('button', { name: t('clients.form.save') })
    .last()
    .click();
  await form.waitForURL(at(`clients/${made.ids.client}`));
  const [row] = await query<{ street: string }>(world, 'SELECT street FROM "Party" WHERE id = $1', [
    made.ids.client,
  ]);
  expect(row?.street).toBe('9 Breakwater');
  await expect.poll(isReady, { timeout: BACK_MS }).toMatchObject({ status: 'ok', worker: 'ok' });
  await door.getByRole('button', { name: t('auth.signIn.button') }).click();
  await door.waitForURL(/\/home$/);
});

test('with the worker stopped and then the mail server down an invoice waits, says so, and leaves once', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const t = words('ar');
  await enter(context, 'ar');
  const workers = world.children('worker');
  expect(workers).toHaveLength(1);
  for (const pid of workers) process.kill(pid, 'SIGSTOP');
  await world.smtp.stop();
  const message = await send();
  await world.letTimePass();
  await page.goto(at(`mail/${message}`));
  const main = page.getByRole('main');
  await expect(main.getByText(t('mail.states.waiting')).first()).toBeVisible();

  for (const pid of workers) process.kill(pid, 'SIGKILL');
  await expectOthers(world, 'worker', workers);
  // A failed attempt is no event of the business: the window hears of it when it is opened anew.
  await expect(async () => {
    await page.reload();
    await expect(main.getByText(t('mail.reasons.unreachable'))).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: BACK_MS });
  await expect(main.getByText(t('mail.states.waiting')).first()).toBeVisible();
  expect(await arrived(message)).toHaveLength(0);

  // Its paper is drawn though its mail cannot leave; and only then the worker is idle.
  await expect
    .poll(() => stored('pdfHash'), { timeout: BACK_MS })
    .toEqual(expect.stringMatching(/^[0-9a-f]{64}$/));

  await world.smtp.start();
  // A worker looks at once when it starts, and else every few seconds.
  const idle = world.children('worker');
  for (const pid of idle) process.kill(pid, 'SIGKILL');
  await world.letTimePass();
  await expectOthers(world, 'worker', idle);
  await expect(main.getByText(t('mail.states.sent')).first()).toBeVisible({ timeout: BACK_MS });
  expect(await arrived(message)).toHaveLength(1);
});

test('with Stripe down "Pay now" says so and leaves nothing half done; with Stripe back it works', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const t = words('zh');
  await enterPortal(page, 'zh');
  const pay = page
    .getByRole('button', { name: patternOf(t('portal.toPay.payNow', { amount: '¤' })) })
    .first();
  await world.stripe.stop();
  await pay.click();
  await expect(page.getByRole('alert').first()).toContainText(t('payments.errors.stripeAway'), {
    timeout: BACK_MS,
  });
  const states = () => query(world, `SELECT state FROM "Checkout" WHERE state = 'OPEN'`);
  expect(await states()).toEqual([]);
  await world.stripe.start();
  await pay.click();
  await payOnHostedPage(page, world, '11.00');
  await page.waitForURL(/\/pay\/return\?/);
  await expect(page.getByRole('heading', { level: 1, name: t('portal.return.paid') })).toBeVisible({
    timeout: BACK_MS,
  });
  await expectGoodBooks(world);
});

test('with the disk refusing every file a logo is refused in words, and an invoice is issued whose PDF follows', async ({
  page,
  context,
  watch,
}) => {
  test.setTimeout(240_000);
  const t = words('zh');
  watch.expectTrouble(/response: 500 \S+\/settings\/logo$/);
  await enter(context, 'zh');
  await page.goto(at('settings/branding'));
  const buffer = await sharp({
    create: { width: 80, height: 40, channels: 3, background: '#336699' },
  })
    .png()
    .toBuffer();
  const upload = () =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'l.png', mimeType: 'image/png', buffer });
  await world.files.stop();
  await upload();
  await expect(page.getByText(t('settings.branding.failed'))).toBeVisible();
  const id = randomUUID();
  const input = { ...draft({ ...made.ids, draft: id }), version: 0 };
  const { body } = await owner.send('PUT', `/b/${made.slug}/invoices/${id}/draft`, input);
  expect(JSON.parse(body)).toMatchObject({ ok: true });
  const issued = await act<{ number: string }>('invoices/actions.ts', 'issueDraft', {
    id,
    version: 1,
  });
  expect(issued).toBeTruthy();
  const drawing = async () => {
    const [job] = await query<{ state: string }>(
      world,
      `SELECT state FROM pgboss.job WHERE name = 'render-document-pdf' AND data->>'documentId' = $1`,
      [id],
    );
    return job?.state;
  };
  await expect.poll(drawing, { timeout: BACK_MS }).toBe('retry');

  await world.files.start();
  await world.letTimePass();
  await expect
    .poll(() => query(world, 'SELECT "pdfHash" FROM "Document" WHERE id = $1', [id]), {
      timeout: BACK_MS,
    })
    .toEqual([{ pdfHash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  await upload();
  await expect(page.getByText(t('settings.branding.uploaded'))).toBeVisible();
  expect(await unkept()).toEqual([]);
});

/** Rows of files whose bytes are not in the folder. */
async function unkept(): Promise<string[]> {
  const rows = await query<{ businessId: string; hash: string }>(
    world,
    'SELECT "businessId", hash FROM "StoredFile"',
  );
  return rows
    .map(({ businessId, hash }) => join(world.dataDir, 'files', businessId, hash.slice(0, 2), hash))
    .filter((path) => !existsSync(path));
}

test('whatever is sent into any field of any action is answered in words, beside a field of the form', async () => {
  test.setTimeout(180_000);
  const nobody = new Caller('nobody', world.baseUrl);
  const callers = { slug: made.slug, staff: owner, client: made.client, nobody };
  expect(await openHostile(callers)).toEqual([]);
  expect(await sendHostile(callers, made.ids)).toEqual([]);
  await expectGoodBooks(world);
});

test('killed outright, everything comes back by itself and nothing acknowledged is lost', async () => {
  test.setTimeout(240_000);
  const note = builtActions().get('app/b/[business]/clients/actions.ts addClientNote');
  if (!note) throw new Error('no action to write a note with');
  const kept: string[] = [];
  const write = async () => {
    const id = randomUUID();
    const input = { id, partyId: made.ids.client, body: `note ${id}` };
    // Whose server dies under them may wait for ever.
    const patience = pause(10_000, null, { ref: false });
    const answer = owner.act(note, [made.slug, input]).catch(() => null);
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
  await expect.poll(isReady, { timeout: BACK_MS }).toMatchObject({ status: 'ok' });
  await expectGoodBooks(world);
});
