import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { addColleague, query, sampleBusiness, signInAs } from './support/people';
import { expect, test } from './support/test';
import { words } from './support/words';
import { world } from './support/world';

const t = words('en');
let base: string;
let client: string;

test.beforeEach(async ({ context }) => {
  const slug = await sampleBusiness(world());
  base = `${world().baseUrl}/b/${slug}`;
  await signInAs(world(), context, await addColleague(world(), slug, { locale: 'en' }));
  const [row] = await query<{ id: string }>(
    world(),
    `SELECT p.id FROM "Party" p JOIN "Business" b ON b.id = p."businessId"
     WHERE b.slug = $1 AND p."archivedAt" IS NULL ORDER BY p.id LIMIT 1`,
    [slug],
  );
  client = `${base}/clients/${row?.id}`;
});

const box = (page: Page, name: string) => page.getByRole('dialog').locator(`[name="${name}"]`);

/** Something happens in the business, and the page has been drawn again because of it. */
async function somethingHappens(page: Page): Promise<void> {
  const drawn = page.waitForResponse((answer) => answer.url().includes('_rsc='));
  const elsewhere = await page.context().newPage();
  await elsewhere.goto(`${client}?tab=notes`);
  const note = elsewhere.getByRole('textbox', { name: t('clients.notes.label') });
  await note.fill(`Noted ${randomUUID()}`);
  await elsewhere.getByRole('button', { name: t('clients.notes.add') }).click();
  await expect(note).toHaveValue('');
  await elsewhere.close();
  await page.bringToFront();
  await drawn;
  // The answer is read, and the page drawn from it.
  await page.waitForTimeout(1_500);
}

test('What is typed in a dialog stays while something happens elsewhere', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(`${base}/settings/team`);
  await page.getByRole('button', { name: t('members.invite') }).click();
  await box(page, 'email').fill('half-typed@example.com');
  await somethingHappens(page);
  await expect(box(page, 'email')).toHaveValue('half-typed@example.com');

  await page.goto(client);
  await page.getByRole('button', { name: t('clients.contacts.add') }).click();
  await box(page, 'givenName').fill('Half');
  await somethingHappens(page);
  await expect(box(page, 'givenName')).toHaveValue('Half');
});

test('Words for a mail that are being typed stay when somebody else saves theirs', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const address = `${base}/settings/templates?mail=RECEIPT&language=zh`;
  const subject = (of: Page) => of.locator('form [name="subject"]');
  const save = (of: Page) => of.getByRole('button', { name: t('settings.save') }).click();
  await page.goto(address);
  await subject(page).fill('Typed here');
  const other = await page.context().newPage();
  await other.goto(address);
  await subject(other).fill('Saved there');
  await save(other);
  await expect(other.getByText(t('templates.saved'))).toBeVisible();
  await page.bringToFront();
  await expect(page.getByRole('button', { name: t('templates.reset') })).toBeVisible();
  await expect(subject(page)).toHaveValue('Typed here');
  await save(page);
  const dialog = page.getByRole('dialog', { name: t('common.form.conflict.title') });
  await expect(dialog).toContainText('Saved there');
  await dialog.getByRole('button', { name: t('common.form.conflict.takeTheirs') }).click();
  await expect(subject(page)).toHaveValue('Saved there');

  await page.getByRole('button', { name: t('templates.reset') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('templates.reset') })
    .click();
  await expect(page.getByText(t('templates.resetDone'))).toBeVisible();
  await expect(subject(page)).not.toHaveValue('Saved there');
});

test('A tax rate that was looked at in another category opens as it is stored', async ({
  page,
}) => {
  await page.goto(`${base}/settings/taxes`);
  const edit = page.getByRole('button', { name: t('settings.taxes.edit') }).first();
  await edit.click();
  const stored = await box(page, 'rate').inputValue();
  await box(page, 'category').selectOption('EXEMPT');
  await expect(box(page, 'rate')).toBeHidden();
  await page.keyboard.press('Escape');
  await edit.click();
  await expect(box(page, 'category')).toHaveValue('STANDARD');
  await expect(box(page, 'rate')).toBeVisible();
  await expect(box(page, 'rate')).toHaveValue(stored);
});

test('A deed whose answer is lost says so and leaves the page as it was', async ({
  page,
  watch,
}) => {
  watch.expectTrouble(/ERR_FAILED|Failed to fetch/);
  await page.goto(`${client}?tab=notes`);
  const note = page.getByRole('textbox', { name: t('clients.notes.label') });
  await note.fill('Still being typed');
  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.getByRole('button', { name: t('clients.more'), exact: true }).click();
  await page.getByRole('menuitem', { name: t('clients.archive') }).click();
  await expect(page.getByText(t('common.failed'))).toBeVisible();
  await expect(note).toHaveValue('Still being typed');
});

test('A contact is removed only after a question', async ({ page }) => {
  const name = `Robin ${randomUUID().slice(0, 8)}`;
  await page.goto(client);
  await page.getByRole('button', { name: t('clients.contacts.add') }).click();
  await box(page, 'givenName').fill(name);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('common.form.save') })
    .click();
  const more = page.getByRole('button', { name: t('clients.contacts.more', { name }) });
  const remove = () => page.getByRole('menuitem', { name: t('clients.contacts.remove') }).click();
  await more.click();
  await remove();
  const dialog = page.getByRole('dialog', { name: t('clients.contacts.removeTitle', { name }) });
  await dialog
    .getByRole('button', { name: t('common.form.cancel') })
    .last()
    .click();
  await expect(dialog).toBeHidden();
  await expect(more).toBeFocused();
  await more.click();
  await remove();
  await dialog.getByRole('button', { name: t('clients.contacts.remove') }).click();
  await expect(more).toBeHidden();
});

test('The look chosen in the menu is there after a reload and in the profile', async ({ page }) => {
  await page.goto(`${base}/home`);
  const look = page.locator('html');
  await page.getByRole('button', { name: new RegExp(`^${t('frame.account')}`) }).click();
  const stored = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.getByRole('menuitemcheckbox', { name: t('frame.themes.dark') }).click();
  await expect(look).toHaveAttribute('data-theme', 'dark');
  await stored;
  await page.reload();
  await expect(look).toHaveAttribute('data-theme', 'dark');
  await page.goto(`${world().baseUrl}/profile`);
  await expect(page.getByRole('radio', { name: t('auth.profile.themes.DARK') })).toBeChecked();
});

test('Taking somebody else’s version takes their country with the fields it has', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const form = (of: Page, name: string) => of.locator(`form [name="${name}"]`);
  const save = (of: Page) =>
    of
      .getByRole('button', { name: t('clients.form.save') })
      .last()
      .click();
  await page.goto(`${base}/clients/new`);
  await form(page, 'companyName').fill(`Moved ${randomUUID()}`);
  await form(page, 'email').fill(`${randomUUID()}@example.com`);
  await form(page, 'city').fill('Bristol');
  await save(page);
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}$/);
  const address = `${page.url()}/edit`;
  await page.goto(address);
  await form(page, 'city').fill('Bath');
  const other = await page.context().newPage();
  await other.goto(address);
  await form(other, 'country').selectOption('US');
  await form(other, 'region').selectOption('OR');
  await form(other, 'city').fill('Portland');
  await save(other);
  await other.waitForURL(/\/clients\/[0-9a-f-]{36}$/);
  await page.bringToFront();
  await save(page);
  await page
    .getByRole('dialog', { name: t('common.form.conflict.title') })
    .getByRole('button', { name: t('common.form.conflict.takeTheirs') })
    .click();
  await expect(form(page, 'country')).toHaveValue('US');
  await expect(form(page, 'region')).toHaveValue('OR');
  await expect(form(page, 'city')).toHaveValue('Portland');
});

test('Enter that an input method takes adds no line and picks nobody', async ({ page }) => {
  const composed = (key: string) =>
    page.evaluate(
      (pressed) =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: pressed, isComposing: true, bubbles: true }),
        ),
      key,
    );
  await page.goto(`${base}/invoices/new`);
  const line = (n: number) =>
    page.getByRole('row', { name: t('editor.lines.line', { n }), exact: true });
  const words = line(1).getByRole('textbox', { name: t('editor.lines.description'), exact: true });
  await words.fill('zhaopai');
  await composed('Enter');
  await expect(words).toBeFocused();
  await expect(line(2)).toBeHidden();
  await words.press('Enter');
  await expect(line(2)).toBeVisible();

  const search = page.getByRole('combobox', { name: t('editor.client.search') });
  await search.fill('a');
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await composed('Enter');
  await expect(search).toBeFocused();
});

test('A note that was rewritten gives the focus back to its button', async ({ page }) => {
  const text = `Rewritten ${randomUUID()}`;
  await page.goto(`${client}?tab=notes`);
  const note = page.getByRole('textbox', { name: t('clients.notes.label') });
  await note.fill(text);
  await page.getByRole('button', { name: t('clients.notes.add') }).click();
  // The first of them: the history below quotes it too.
  const row = page.getByRole('listitem').filter({ hasText: text }).first();
  const edit = row.getByRole('button', { name: t('clients.notes.edit') });
  await edit.click();
  await row.getByRole('textbox').fill(`${text}, twice`);
  await row.getByRole('button', { name: t('common.form.save') }).click();
  await expect(edit).toBeFocused();
  await expect(row).toContainText('twice');
});

test('A press beside a dialog closes it, but not while something is typed in it', async ({
  page,
}) => {
  await page.goto(client);
  const add = page.getByRole('button', { name: t('clients.contacts.add') });
  const beside = () => page.mouse.click(8, 8);
  await add.click();
  await expect(box(page, 'givenName')).toBeVisible();
  await beside();
  await expect(page.getByRole('dialog')).toBeHidden();
  await add.click();
  await box(page, 'givenName').fill('Half');
  await beside();
  await expect(box(page, 'givenName')).toHaveValue('Half');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});
