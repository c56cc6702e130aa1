import type { Page } from '@playwright/test';
import { addColleague, query, sampleBusiness, signInAs } from './support/people';
import { expect, test } from './support/test';
import { escaped, words } from './support/words';
import { world } from './support/world';

const t = words('en');
const CLIENT = 'Kestrel Cycles';
let base: string;

test.beforeEach(async ({ context }) => {
  const slug = await sampleBusiness(world());
  base = `${world().baseUrl}/b/${slug}`;
  await signInAs(world(), context, await addColleague(world(), slug, { locale: 'en' }));
});

const line = (page: Page, n: number) =>
  page.getByRole('row', { name: t('editor.lines.line', { n }), exact: true });
const cell = (page: Page, n: number, key: string) =>
  line(page, n).getByRole('textbox', { name: t(`editor.lines.${key}`), exact: true });
const notes = (page: Page) =>
  page.getByRole('textbox', { name: t('editor.paper.notes'), exact: true });
const saved = (page: Page) =>
  expect(
    page.getByRole('status').filter({ hasText: escapedStart(t('editor.save.saved')) }),
  ).toBeVisible();
const escapedStart = (text: string) => new RegExp(`^${escaped(text)}`);

/** A new invoice for a client of the sample world, with one line of £100 typed. */
async function write(page: Page): Promise<void> {
  const [client] = await query<{ id: string }>(
    world(),
    'SELECT id FROM "Party" WHERE "displayName" = $1',
    [CLIENT],
  );
  await page.goto(`${base}/invoices/new?client=${client?.id}`);
  await page.waitForURL(/\/invoices\/[0-9a-f-]{36}/);
  await expect(page.getByRole('button', { name: new RegExp(escaped(CLIENT)) })).toBeVisible();
  await cell(page, 1, 'description').fill('Frame lettering');
  await cell(page, 1, 'price').fill('100');
}

test('⌘↵ out of a price issues and sends what stands there', async ({ page }) => {
  await write(page);
  await cell(page, 1, 'price').fill('250');
  await cell(page, 1, 'price').press('ControlOrMeta+Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('300.00');
  // Longer than the pause after which a change would be saved.
  await page.waitForTimeout(2_000);
  await dialog.getByRole('button', { name: t('mail.send.sendIssue') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d{4}/);
});

test('A date that is no day stops the issue and is gone to', async ({ page }) => {
  await write(page);
  const due = page.getByRole('textbox', { name: t('editor.paper.due'), exact: true });
  await due.fill('31/02/2027');
  await page.getByRole('button', { name: t('editor.actions.issueOnly') }).click();
  await expect(due).toBeFocused();
  await expect(page.getByRole('dialog')).toBeHidden();
  await due.fill('28/02/2027');
  await page.getByRole('button', { name: t('editor.actions.issueOnly') }).click();
  await expect(page.getByRole('dialog')).toContainText(CLIENT);
});

test('Lines are added, moved and discounted from the keyboard', async ({ page }) => {
  await write(page);
  await cell(page, 1, 'description').press('Enter');
  await expect(cell(page, 2, 'description')).toBeFocused();
  await page.keyboard.type('Delivery');
  await cell(page, 2, 'price').fill('20');
  await line(page, 2)
    .getByRole('button', { name: t('editor.lines.move', { n: 2 }) })
    .press('ArrowUp');
  await expect(cell(page, 1, 'description')).toHaveValue('Delivery');
  await expect(
    line(page, 1).getByRole('button', { name: t('editor.lines.move', { n: 1 }) }),
  ).toBeFocused();
  await page.getByRole('button', { name: t('editor.lines.addDiscount'), exact: true }).click();
  await expect(page.locator('#document-discount')).toBeFocused();
  await page.keyboard.type('10%');
  // (100 + 20) − 10 % + 20 %
  await expect(page.locator('dt.grand + dd')).toHaveText('£129.60');
  await saved(page);
});

test('What was typed while the line was away comes back after a reload', async ({
  page,
  context,
  watch,
}) => {
  watch.expectTrouble(/draft|pulse|ERR_INTERNET_DISCONNECTED/);
  page.on('dialog', (dialog) => dialog.accept());
  await write(page);
  await saved(page);
  await context.setOffline(true);
  await notes(page).fill('Thank you for waiting');
  await expect(page.getByText(t('editor.save.offline'))).toBeVisible();
  await context.setOffline(false);
  await page.reload();
  await expect(notes(page)).toHaveValue('Thank you for waiting');
  await saved(page);
  await page.reload();
  await expect(notes(page)).toHaveValue('Thank you for waiting');
});

test('A save whose answer is lost is no conflict with oneself', async ({ page, watch }) => {
  watch.expectTrouble(/draft/);
  await write(page);
  await saved(page);
  let lost = 0;
  await page.route(/\/draft$/, async (route) => {
    lost += 1;
    if (lost > 1) return route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await notes(page).fill('Once');
  await expect(page.getByText(t('editor.save.offline'))).toBeVisible();
  await notes(page).fill('Once and for all');
  await saved(page);
  await expect(page.getByText(t('editor.conflict.title'))).toBeHidden();
  await page.reload();
  await expect(notes(page)).toHaveValue('Once and for all');
});

test('Two windows on one draft: the second is told, sees the newer version and keeps its own', async ({
  page,
  context,
}) => {
  await write(page);
  await saved(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await notes(other).fill('Theirs');
  await saved(other);
  await notes(page).fill('Mine');
  await expect(page.getByText(t('editor.conflict.title'))).toBeVisible();
  const opening = context.waitForEvent('page');
  await page.getByRole('link', { name: t('editor.conflict.see') }).click();
  await expect(notes(await opening)).toHaveValue('Theirs');
  await page.getByRole('button', { name: t('editor.conflict.keepMine') }).click();
  await saved(page);
  await other.reload();
  await expect(notes(other)).toHaveValue('Mine');
});
