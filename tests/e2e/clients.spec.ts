import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { createBusiness } from './support/owner';
import { addColleague, query, sampleBusiness, signInAs } from './support/people';
import { STORIES } from './support/stories';
import { expect, test } from './support/test';
import { words } from './support/words';
import { world } from './support/world';

const t = words('en');
let base: string;

test.beforeEach(async ({ context }) => {
  const slug = await sampleBusiness(world());
  base = `${world().baseUrl}/b/${slug}`;
  const colleague = await addColleague(world(), slug, { locale: 'en' });
  await signInAs(world(), context, colleague);
});

const field = (page: Page, label: string) =>
  page.getByRole('textbox', { name: label, exact: true });

async function typeName(page: Page) {
  await page.goto(`${base}/clients`);
  await page
    .getByRole('link', { name: t('clients.new') })
    .first()
    .click();
  await field(page, t('clients.form.companyName')).pressSequentially('Kestrel');
}

/** A business of one's own, which a test may change as it likes; its address. */
async function ownBusiness(page: Page, context: BrowserContext, email: string): Promise<string> {
  await context.clearCookies();
  const [story] = STORIES;
  if (!story) throw new Error('There is no story.');
  const owner = { ...story.owner, email };
  return `${world().baseUrl}/b/${await createBusiness(page, world(), { ...story, owner })}`;
}

test('Going back from a half-filled form asks first', async ({ page }) => {
  const questions: string[] = [];
  let stays = true;
  page.on('dialog', (dialog) => {
    questions.push(dialog.message());
    return stays ? dialog.dismiss() : dialog.accept();
  });
  await typeName(page);
  await page.evaluate(() => window.history.back());
  await expect.poll(() => questions.length).toBe(1);
  await expect(page).toHaveURL(/clients\/new$/);
  await expect(field(page, t('clients.form.companyName'))).toHaveValue('Kestrel');
  stays = false;
  await field(page, t('clients.form.companyName')).press('End');
  await page.evaluate(() => window.history.back());
  await expect(page).toHaveURL(/clients$/);
  expect(questions).toHaveLength(2);
});

test('…in a browser without the Navigation API too', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'navigation', { value: undefined }));
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    return asked === 1 ? dialog.dismiss() : dialog.accept();
  });
  await typeName(page);
  await page.evaluate(() => window.history.back());
  await expect.poll(() => asked).toBe(1);
  await expect(field(page, t('clients.form.companyName'))).toHaveValue('Kestrel');
  await page.evaluate(() => window.history.back());
  await expect(page).toHaveURL(/clients$/);
});

test('What the owner requires is starred and asked for', async ({ page, context }) => {
  const own = await ownBusiness(page, context, 'requires@marsh.example');
  await page.goto(`${own}/settings/clients`);
  await page.getByRole('checkbox', { name: t('settings.clients.fields.city') }).check();
  await page.getByRole('button', { name: t('settings.save') }).click();
  await expect(page.getByText(t('settings.saved'), { exact: true })).toBeVisible();

  await page.goto(`${own}/clients/new`);
  const city = page.locator('[name="city"]');
  await expect(city).toHaveAttribute('aria-required', 'true');
  await field(page, t('clients.form.companyName')).fill('Starred Ltd');
  await field(page, t('clients.form.email')).fill('hello@starred.example');
  await page
    .getByRole('button', { name: t('clients.form.save') })
    .last()
    .click();
  await expect(city).toHaveAttribute('aria-invalid', 'true');
  await expect(city).toBeFocused();
  await city.fill('Bristol');
  await page
    .getByRole('button', { name: t('clients.form.save') })
    .last()
    .click();
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}$/);
});

test('All clients of a list are ticked and archived at once, beyond the first page', async ({
  page,
  context,
  watch,
}) => {
  watch.expectTrouble(/ERR_FAILED|Failed to fetch/);
  const own = await ownBusiness(page, context, 'many@marsh.example');
  await query(
    world(),
    `INSERT INTO "Party" ("businessId", id, kind, stage, "displayName", "sortName", email, country,
       locale, currency, "createdAt")
     SELECT b.id, gen_random_uuid(), 'ORGANISATION', 'PROSPECT', 'Client ' || n, 'client ' || n,
       n || '@x.example', 'GB', 'en', 'GBP', now()
     FROM "Business" b, generate_series(1, 73) n WHERE b.slug = $1`,
    [new URL(own).pathname.split('/')[2]],
  );
  // A press that comes before the page's scripts counts as well.
  const scripts = Promise.withResolvers<void>();
  await page.route(/\/_next\/static\/.*\.js/, (route) =>
    scripts.promise.then(() => route.continue()),
  );
  await page.goto(`${own}/clients`, { waitUntil: 'commit' });
  const bar = page.getByRole('toolbar');
  await page.getByRole('checkbox', { name: t('common.list.selectAll') }).check();
  await expect(bar).toBeHidden();
  scripts.resolve();
  await expect(bar).toContainText('50 selected');
  const all = bar.getByRole('button', { name: t('clients.chooseAll', { n: 73, more: 'no' }) });
  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await all.click();
  await expect(page.getByText(t('common.failed'))).toBeVisible();
  await page.unroute('**/*');
  await all.click();
  await expect(bar).toContainText('73 selected');
  await bar.getByRole('button', { name: t('clients.archive') }).click();
  await expect(page.getByText(t('clients.archived'), { exact: true })).toBeVisible();
  await page.goto(`${own}/clients?view=archived`);
  await expect(page.getByRole('link', { name: /Archived\s*73/ })).toBeVisible();
});

test('Ticked clients are summed and exported, and filters become a tab of one’s own', async ({
  page,
}) => {
  await page.goto(`${base}/clients?view=owing`);
  await page.getByRole('checkbox', { name: t('common.list.selectAll') }).check();
  const bar = page.getByRole('toolbar');
  await expect(bar).toContainText('owed');
  await expect(bar).toContainText('invoiced');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    bar.getByRole('button', { name: t('clients.export.ticked') }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.split('\r\n').length - 2).toBe(
    await page.locator('input.pick[name="ids[]"]').count(),
  );
  expect(text).toContain('Owes GBP');

  await page.goto(`${base}/clients?kind=company`);
  await page.getByRole('button', { name: t('members.views.save') }).click();
  await field(page, t('members.views.name')).fill('Companies');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('members.views.confirm') })
    .click();
  const tab = page.getByRole('link', { name: 'Companies', exact: true });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: t('members.views.remove') }).click();
  await expect(tab).toBeHidden();
  await page.getByRole('button', { name: t('members.views.undo') }).click();
  await expect(tab).toBeVisible();
});
