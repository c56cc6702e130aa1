import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { LOCALES } from '@/lib/i18n/locale';
import { draft } from '../sweep/route-table';
import { expectGoodBooks } from './support/books';
import {
  act,
  arrived,
  enter,
  enterAsClient,
  type FaultBusiness,
  foundIn,
  isReady,
  send,
  staffAddress,
  stored,
  unkept,
} from './support/fault-business';
import { expectOthers, type FaultWorld, startFaultWorld } from './support/fault-world';
import { query } from './support/people';
import { payOnHostedPage } from './support/stripe';
import { expect, test } from './support/test';
import { patternOf, words } from './support/words';

// A world of its own, whose database, worker, servers and disk are taken away and given back.
test.describe.configure({ mode: 'default' });

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

const at = (path: string) => staffAddress(weatherside, path);

test('with the database away pages say so, nothing typed is lost, and all goes on when it is back', async ({
  page: list,
  context,
  watch,
}) => {
  test.setTimeout(180_000);
  // Every window hears of it, and React says that the server's part failed (its error 441).
  watch.expectTrouble(/503|500|Failed to fetch|ERR_|React error #441/);
  const t = words('en');
  await enter(weatherside, context, 'en');
  const [form, editor, walk] = [
    await context.newPage(),
    await context.newPage(),
    await context.newPage(),
  ];
  const client = await watch.secondPerson({ locale: 'ar-SA' });
  const portal = await client.newPage();
  await enterAsClient(weatherside, portal, 'ar');
  const door = await (await watch.secondPerson({ locale: 'en-GB' })).newPage();
  await door.goto(`${world.baseUrl}/sign-in`);
  await list.goto(at('clients'));
  await walk.goto(at('clients'));
  await form.goto(at(`clients/${weatherside.ids.client}/edit`));
  const street = form.locator('form [name="street"]');
  await street.fill('9 Breakwater');
  await editor.goto(at(`invoices/${weatherside.ids.draft}`));
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
  expect((await isReady(weatherside)).database).toBe('unreachable');
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
  await expect.poll(() => stored(weatherside, 'notes')).toBe('PO 4711');
  await form
    .getByRole('button', { name: t('clients.form.save') })
    .last()
    .click();
  await form.waitForURL(at(`clients/${weatherside.ids.client}`));
  const [row] = await query<{ street: string }>(world, 'SELECT street FROM "Party" WHERE id = $1', [
    weatherside.ids.client,
  ]);
  expect(row?.street).toBe('9 Breakwater');
  await expect
    .poll(() => isReady(weatherside), { timeout: BACK_MS })
    .toMatchObject({ status: 'ok', worker: 'ok' });
  await door.getByRole('button', { name: t('auth.signIn.button') }).click();
  await door.waitForURL(/\/home$/);
});

test('with the worker stopped and then the mail server down an invoice waits, says so, and leaves once', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const t = words('ar');
  await enter(weatherside, context, 'ar');
  const workers = world.children('worker');
  expect(workers).toHaveLength(1);
  for (const pid of workers) process.kill(pid, 'SIGSTOP');
  await world.smtp.stop();
  const message = await send(weatherside);
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
  expect(await arrived(weatherside, message)).toHaveLength(0);

  // Its paper is drawn though its mail cannot leave; and only then the worker is idle.
  await expect
    .poll(() => stored(weatherside, 'pdfHash'), { timeout: BACK_MS })
    .toEqual(expect.stringMatching(/^[0-9a-f]{64}$/));

  await world.smtp.start();
  // A worker looks at once when it starts, and else every few seconds.
  const idle = world.children('worker');
  for (const pid of idle) process.kill(pid, 'SIGKILL');
  await world.letTimePass();
  await expectOthers(world, 'worker', idle);
  await expect(main.getByText(t('mail.states.sent')).first()).toBeVisible({ timeout: BACK_MS });
  expect(await arrived(weatherside, message)).toHaveLength(1);
});

test('with Stripe down "Pay now" says so and leaves nothing half done; with Stripe back it works', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const t = words('zh');
  await enterAsClient(weatherside, page, 'zh');
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
  await enter(weatherside, context, 'zh');
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
  const input = { ...draft({ ...weatherside.ids, draft: id }), version: 0 };
  const { body } = await weatherside.owner.send(
    'PUT',
    `/b/${weatherside.slug}/invoices/${id}/draft`,
    input,
  );
  expect(JSON.parse(body)).toMatchObject({ ok: true });
  const issued = await act<{ number: string }>(weatherside, 'invoices/actions.ts', 'issueDraft', {
    id,
    version: 1,
  });
  expect(issued.number).toMatch(/^INV-/);
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
  expect(await unkept(weatherside)).toEqual([]);
});
