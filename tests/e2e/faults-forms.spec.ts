import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locale';
import { addColleague, query, sampleBusiness, signInAs } from './support/people';
import { expect, test } from './support/test';
import { words } from './support/words';
import { world } from './support/world';

type Say = ReturnType<typeof words>;

let base: string;
let colleague: string;

/** A colleague of the sample business who reads a language, signed in in this browser. */
async function enter(context: BrowserContext, locale: Locale): Promise<Say> {
  const business = await sampleBusiness(world());
  base = `${world().baseUrl}/b/${business}`;
  colleague = await addColleague(world(), business, { locale });
  await signInAs(world(), context, colleague);
  return words(locale);
}

const field = (page: Page, name: string) => page.locator(`form [name="${name}"]`);

const saveClient = (page: Page, t: Say) =>
  page.getByRole('button', { name: t('clients.form.save') }).last();

/** Types a new client and leaves saving to the test. */
async function typeClient(page: Page, name: string): Promise<void> {
  await page.goto(`${base}/clients/new`);
  await field(page, 'companyName').fill(name);
  await field(page, 'email').fill(`${randomUUID()}@example.com`);
}

async function count(sql: string, value: string): Promise<number> {
  const [row] = await query<{ n: number }>(world(), `SELECT count(*)::int AS n ${sql}`, [value]);
  return row?.n ?? 0;
}

const clientsCalled = (name: string) => count('FROM "Party" WHERE "companyName" = $1', name);

const idOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';

async function makeClient(page: Page, t: Say, name: string): Promise<string> {
  await typeClient(page, name);
  await saveClient(page, t).click();
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}$/);
  return idOf(page);
}

/** Ends all sessions of the colleague, as if they had run out. */
async function endSessions(): Promise<void> {
  await query(
    world(),
    `UPDATE "StaffSession" SET "expiresAt" = now() - interval '1 minute'
     WHERE "userId" = (SELECT id FROM "User" WHERE email = $1)`,
    [colleague],
  );
}

test('a session that ends in the middle of a form or a draft loses nothing', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const t = await enter(context, 'zh');
  const name = `Quay ${randomUUID()}`;
  await typeClient(page, name);
  await endSessions();
  await saveClient(page, t).click();
  const dialog = page.getByRole('dialog', { name: t('common.form.signedOut.title') });
  await expect(dialog).toContainText(t('common.form.signedOut.body'));
  // Another tab signs in.
  await signInAs(world(), context, colleague);
  await dialog
    .getByRole('button', { name: t('common.form.signedOut.close') })
    .last()
    .click();
  await expect(field(page, 'companyName')).toHaveValue(name);
  await saveClient(page, t).click();
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}$/);
  expect(await clientsCalled(name)).toBe(1);

  await page.goto(`${base}/invoices/new?client=${idOf(page)}`);
  const notes = page.getByRole('textbox', { name: t('editor.paper.notes'), exact: true });
  await expect(notes).toBeVisible();
  await endSessions();
  await notes.fill('潮汐表');
  await expect(page.getByText(t('editor.save.signedOut'))).toBeVisible();
  await signInAs(world(), context, colleague);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByText(t('editor.save.signedOut'))).toBeHidden();
  await expect(notes).toHaveValue('潮汐表');
  await expect
    .poll(() => count('FROM "Document" WHERE id::text = $1 AND notes <> \'\'', idOf(page)))
    .toBe(1);
});

test('a double click makes one client, note, invoice and payment, and so does going back', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  const t = await enter(context, 'ar');
  const name = `Double ${randomUUID()}`;
  await typeClient(page, name);
  await saveClient(page, t).dblclick();
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}$/);
  const client = idOf(page);
  expect(await clientsCalled(name)).toBe(1);

  await page.goto(`${base}/clients/${client}?tab=notes`);
  await page.getByRole('textbox', { name: t('clients.notes.label') }).fill('once');
  await page.getByRole('button', { name: t('clients.notes.add') }).dblclick();
  await expect(page.getByRole('main').getByText('once', { exact: true })).toBeVisible();
  expect(await count('FROM "Note" WHERE "partyId"::text = $1', client)).toBe(1);

  await page.goto(`${base}/clients/${client}`);
  await page
    .getByRole('link', { name: t('clients.newInvoice') })
    .first()
    .dblclick();
  await page.waitForURL(/\/invoices\/[0-9a-f-]{36}/);
  const line = page.getByRole('row', { name: t('editor.lines.line', { n: 1 }), exact: true });
  await line.getByRole('textbox', { name: t('editor.lines.description'), exact: true }).fill('one');
  const drafts = () => count('FROM "Document" WHERE "partyId"::text = $1', client);
  await expect.poll(drafts).toBe(1);

  const payments = () => count('FROM "Payment" WHERE "partyId"::text = $1', client);
  const pay = async (amount: string) => {
    await field(page, 'amount').fill(amount);
    await page
      .getByRole('button', { name: t('payments.form.save') })
      .last()
      .dblclick();
    await page.waitForURL(/\/payments\/[0-9a-f-]{36}$/);
  };
  await page.goto(`${base}/payments/new?client=${client}`);
  await pay('12.50');
  expect(await payments()).toBe(1);
  await page.goBack();
  await pay('12.50');
  expect(await payments(), await page.evaluate(() => JSON.stringify(sessionStorage))).toBe(1);
  // What is typed anew is another payment, and must not vanish in the first.
  await page.goBack();
  await pay('7.25');
  expect(await payments(), 'another amount').toBe(2);
  expect(await drafts()).toBe(1);
});

test('a stale page shows both versions, keeps what was typed, and saves what is chosen', async ({
  page,
  context,
  watch,
}) => {
  test.setTimeout(120_000);
  const t = await enter(context, 'en');
  const client = await makeClient(page, t, `Stale ${randomUUID()}`);
  await page.goto(`${base}/clients/${client}/edit`);
  await field(page, 'street').fill('1 Typed Here');
  const other = await watch.secondPerson({ locale: 'en-GB' });
  await signInAs(world(), other, colleague);
  const theirs = await other.newPage();
  await theirs.goto(`${base}/clients/${client}/edit`);
  await field(theirs, 'street').fill('2 Saved Meanwhile');
  await saveClient(theirs, t).click();
  await theirs.waitForURL(/\/clients\/[0-9a-f-]{36}$/);
  // The window is live: it has heard of the newer version before anybody saves.
  await expect(field(page, 'version')).toHaveValue('2', { timeout: 20_000 });
  await expect(field(page, 'street')).toHaveValue('1 Typed Here');
  await saveClient(page, t).click();
  const dialog = page.getByRole('dialog', { name: t('common.form.conflict.title') });
  await expect(dialog).toContainText('1 Typed Here');
  await expect(dialog).toContainText('2 Saved Meanwhile');
  await dialog.getByRole('button', { name: t('common.form.conflict.keepMine') }).click();
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}$/);
  expect(await count('FROM "Party" WHERE street = $1', '1 Typed Here')).toBe(1);

  await page.goto(`${base}/invoices/new?client=${client}`);
  const notes = (of: Page) =>
    of.getByRole('textbox', { name: t('editor.paper.notes'), exact: true });
  await notes(page).fill('first');
  const draft = idOf(page);
  const saved = (text: string) =>
    count(`FROM "Document" WHERE id = '${draft}' AND notes = $1`, text);
  await expect.poll(() => saved('first')).toBe(1);
  await theirs.goto(`${base}/invoices/${draft}`);
  await notes(theirs).fill('second');
  await expect.poll(() => saved('second')).toBe(1);
  await notes(page).fill('third');
  await expect(page.getByText(t('editor.conflict.title'))).toBeVisible();
  await expect(notes(page)).toHaveValue('third');
  expect(await saved('second')).toBe(1);
  await page.getByRole('button', { name: t('editor.conflict.keepMine') }).click();
  await expect.poll(() => saved('third')).toBe(1);
});

/** A field that was refused has the focus, and neither its label nor its error hides behind a bar of the page. */
async function expectInSight(page: Page, name: string): Promise<void> {
  await expect(field(page, name)).toBeFocused();
  const hidden = () =>
    field(page, name).evaluate((control) => {
      const edge = (selector: string, side: 'top' | 'bottom') =>
        [...document.querySelectorAll(selector)]
          .map((bar) => bar.getBoundingClientRect())
          .filter(({ height }) => height > 0)
          .map((box) => box[side]);
      const part = control.closest('.field')?.getBoundingClientRect();
      if (!part) throw new Error('The control stands outside a field.');
      const from = Math.max(0, ...edge('.top', 'bottom'));
      const to = Math.min(innerHeight, ...edge('.dock, .bottom-bar', 'top'));
      return Math.max(0, from - part.top) + Math.max(0, part.bottom - to);
    });
  await expect.poll(hidden, { message: `what hides of ${name}` }).toBe(0);
}

test('On a phone a refused field is seen with its label and its error @phone', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  for (const locale of ['en', 'ar'] as const) {
    const t = await enter(context, locale);
    await page.goto(`${base}/clients/new`);
    await field(page, 'email').fill('nobody');
    await field(page, 'paymentTermsDays').fill('soon');
    await saveClient(page, t).click();
    await expectInSight(page, 'companyName');
    // So far up that the field is in view, and its label behind the bar above.
    await field(page, 'email').focus();
    await field(page, 'companyName').evaluate((control) => {
      scrollBy(0, control.getBoundingClientRect().top - 40);
    });
    await saveClient(page, t).click();
    await expectInSight(page, 'companyName');
    const summary = page.getByRole('alert').filter({ hasText: t('common.form.kept') });
    const links = summary.getByRole('link');
    await expect(links.first()).toHaveText(t('clients.form.companyName'));
    for (const name of ['paymentTermsDays', 'companyName', 'email']) {
      const label = await field(page, name).evaluate(
        (control) => document.querySelector(`label[for="${control.id}"]`)?.firstChild?.textContent,
      );
      await links.filter({ hasText: label ?? '' }).click();
      await expectInSight(page, name);
    }
  }
});

test('What opens over the page gives the focus back to where it was', async ({ page, context }) => {
  const t = await enter(context, 'en');
  const [sent] = await query<{ id: string }>(
    world(),
    `SELECT d.id FROM "Document" d JOIN "Business" b ON b.id = d."businessId"
     WHERE b.slug = $1 AND d."issuedAt" IS NOT NULL AND d."voidedAt" IS NULL LIMIT 1`,
    [await sampleBusiness(world())],
  );
  await page.goto(`${base}/invoices/${sent?.id}`);
  const copy = page.getByRole('button', { name: t('invoices.page.copyLink') });
  await copy.focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(copy).toBeFocused();

  const again = [t('invoices.page.send'), t('invoices.page.sendAgain')].join('|');
  const send = page.getByRole('button', { name: new RegExp(`^(${again})$`) });
  await send.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').locator('[name="subject"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(send).toBeFocused();
});
