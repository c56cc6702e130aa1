import { createBusiness } from './support/owner';
import { addColleague, query, sampleBusiness, signInAs } from './support/people';
import { STORIES } from './support/stories';
import { expect, test } from './support/test';
import { words } from './support/words';
import { world } from './support/world';

const t = words('en');
let base: string;
let slug: string;

test.beforeEach(async ({ context }) => {
  slug = await sampleBusiness(world());
  base = `${world().baseUrl}/b/${slug}/invoices`;
  await signInAs(world(), context, await addColleague(world(), slug, { locale: 'en' }));
});

const states = (since: string) =>
  query<{ state: string; count: number }>(
    world(),
    `SELECT m.state::text, count(*)::int FROM "Message" m JOIN "Business" b ON b.id = m."businessId"
     WHERE b.slug = $1 AND m.kind = 'INVOICE' AND m."effectKey" LIKE 'send:%:%' AND m."createdAt" >= $2
     GROUP BY 1`,
    [slug, since],
  );

test('Ticked invoices are sent as one round, and taken back as one', async ({ page }) => {
  const since = new Date().toISOString();
  await page.goto(`${base}?view=overdue`);
  const rows = page.locator('input.pick[name="ids[]"]');
  const bar = page.getByRole('toolbar');
  await expect(async () => {
    await rows.first().check();
    await rows.nth(1).check();
    await expect(bar).toContainText('2 selected', { timeout: 1_000 });
  }).toPass();
  await bar.getByRole('button', { name: t('invoices.list.send'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(t('invoices.list.hold'));
  await dialog.getByRole('button', { name: t('invoices.list.send'), exact: true }).click();
  await expect(page.getByText(t('invoices.list.sent', { n: 2 }))).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: t('mail.send.undo') }).click();
  await expect(page.getByText(t('mail.send.undone'))).toBeVisible();
  expect(await states(since)).toEqual([{ state: 'CANCELLED', count: 2 }]);
});

test('A list sorted by due date holds its drafts, and all that match are ticked beyond the page', async ({
  page,
  context,
}) => {
  await context.clearCookies();
  const [story] = STORIES;
  if (!story) throw new Error('There is no story.');
  const owner = { ...story.owner, email: 'drafts@marsh.example' };
  const own = await createBusiness(page, world(), { ...story, owner });
  const client = await query<{ id: string }>(
    world(),
    `INSERT INTO "Party" ("businessId", id, kind, stage, "displayName", "sortName", email, country,
       locale, currency, "createdAt")
     SELECT b.id, gen_random_uuid(), 'ORGANISATION', 'PROSPECT', 'Client', 'client', 'c@x.example', 'GB',
       'en', 'GBP', now()
     FROM "Business" b WHERE b.slug = $1 RETURNING id`,
    [own],
  );
  await query(
    world(),
    `INSERT INTO "Document" ("businessId", id, kind, "partyId", title, currency, locale, "pricesIncludeTax",
       reference, grams, "createdAt", "updatedAt")
     SELECT b.id, gen_random_uuid(), 'INVOICE', $2, 'Without a date', 'GBP', 'en', false, 'r', '{}', now(), now()
     FROM "Business" b, generate_series(1, 61) WHERE b.slug = $1`,
    [own, client[0]?.id],
  );
  await page.goto(`${world().baseUrl}/b/${own}/invoices?sort=due`);
  const bar = page.getByRole('toolbar');
  await expect(async () => {
    await page.getByRole('checkbox', { name: t('common.list.selectAll') }).check();
    await expect(bar).toContainText('50 selected', { timeout: 1_000 });
  }).toPass();
  const all = t('invoices.list.chooseAll', { n: 61, more: 'no' });
  await bar.getByRole('button', { name: all }).click();
  await expect(bar).toContainText('61 selected');
  await bar.getByRole('button', { name: t('invoices.list.send'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: t('invoices.list.send'), exact: true }).click();
  await expect(dialog).toContainText(t('invoices.list.notSent', { n: 61 }));
  await expect(dialog).toContainText(t('mail.errors.draft'));
});
