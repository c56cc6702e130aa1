import { expect, type Page } from '@playwright/test';
import { expectAmount, grouped } from './amounts';
import { linkFromMail } from './mail';
import type { Story, StoryLine } from './stories';
import { addWebhook } from './stripe';
import { escaped, words } from './words';
import type { World } from './world';

/** Signs up with a business: on the page for the very first one, or by the mail that strangers get. Returns the slug. */
export async function createBusiness(page: Page, world: World, story: Story): Promise<string> {
  const t = words(story.locale);
  const { owner, business } = story;
  await page.goto(`${world.baseUrl}/sign-up`);
  const isFirst = page.url().endsWith('/welcome');
  await page.getByRole('textbox', { name: t('auth.signIn.email'), exact: true }).fill(owner.email);
  if (!isFirst) {
    await page.getByRole('button', { name: t('auth.signUp.button') }).click();
    await expect(page.getByRole('heading', { name: t('auth.forgotten.sentTitle') })).toBeVisible();
    await page.goto(await linkFromMail(world, owner.email, '/sign-up'));
  }
  await page.getByRole('textbox', { name: t('welcome.yourName'), exact: true }).fill(owner.name);
  await page
    .getByRole('textbox', { name: t('auth.signIn.password'), exact: true })
    .fill(owner.password);
  await page
    .getByRole('textbox', { name: t('welcome.businessName'), exact: true })
    .fill(business.name);
  await page
    .getByRole('combobox', { name: t('welcome.country'), exact: true })
    .selectOption(business.country);
  // Suggested by the country, and right for these three.
  const suggested = { currency: business.currency, timeZone: business.timeZone };
  for (const [name, value] of Object.entries(suggested)) {
    await expect(
      page.getByRole('combobox', { name: t(`welcome.${name}`), exact: true }),
    ).toHaveValue(value);
  }
  await page
    .getByRole('combobox', { name: t('welcome.language'), exact: true })
    .selectOption(story.locale);
  await page.getByRole('button', { name: t('welcome.button') }).click();
  await page.waitForURL(/\/b\/[^/]+\/home$/);
  return new URL(page.url()).pathname.split('/')[2] ?? '';
}

/** Fills the address and the tax id that every invoice must show. */
export async function completeAddress(page: Page, base: string, story: Story): Promise<void> {
  const t = words(story.locale);
  await page.goto(`${base}/settings`);
  for (const [name, value] of Object.entries({
    ...story.business.address,
    taxId: story.business.taxId,
  })) {
    const field = page.locator(`form [name="${name}"]`);
    const chosen = (await field.evaluate((element) => element.tagName)) === 'SELECT';
    await (chosen ? field.selectOption(value) : field.fill(value));
  }
  await page.getByRole('button', { name: t('settings.save') }).click();
  await expect(page.getByText(t('settings.saved'), { exact: true })).toBeVisible();
}

/** Connects the business to its account at the stand-in for Stripe, with the webhook address that the page shows. */
export async function connectStripe(
  page: Page,
  world: World,
  base: string,
  story: Story,
): Promise<void> {
  const t = words(story.locale);
  const key = `sk_test_${story.owner.email.replace(/\W/g, '')}`;
  await page.goto(`${base}/settings/payments`);
  const address = await page.getByText(/\/api\/stripe\//).innerText();
  const secret = await addWebhook(world, key, address);
  await page
    .getByRole('textbox', { name: t('settings.payments.secretKey'), exact: true })
    .fill(key);
  await page
    .getByRole('textbox', { name: t('settings.payments.webhookSecret'), exact: true })
    .fill(secret);
  await page.getByRole('button', { name: t('settings.payments.save') }).click();
  await expect(page.getByText(t('settings.payments.test'))).toBeVisible();
}

/** Adds the client, with address and tax id, and ends on their page. */
export async function addClient(page: Page, base: string, story: Story): Promise<void> {
  const t = words(story.locale);
  const { client } = story;
  await page.goto(`${base}/clients`);
  await page
    .getByRole('link', { name: t('clients.new') })
    .first()
    .click();
  await page
    .getByRole('textbox', { name: t('clients.form.companyName'), exact: true })
    .fill(client.name);
  await page
    .getByRole('textbox', { name: t('clients.form.email'), exact: true })
    .fill(client.email);
  await page
    .getByRole('combobox', { name: t('addresses.country'), exact: true })
    .selectOption(client.country);
  for (const [name, value] of Object.entries({ ...client.address, taxId: client.taxId })) {
    const field = page.locator(`form [name="${name}"]`);
    const chosen = (await field.evaluate((element) => element.tagName)) === 'SELECT';
    await (chosen ? field.selectOption(value) : field.fill(value));
  }
  await page
    .getByRole('combobox', { name: t('clients.form.language'), exact: true })
    .selectOption(story.locale);
  await page
    .getByRole('button', { name: t('clients.form.save'), exact: false })
    .last()
    .click();
  await page.waitForURL(/\/clients\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1, name: client.name })).toBeVisible();
}

/** Back to the client's page, from where the next invoice is written. */
export async function openClient(page: Page, address: string, story: Story): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name: story.client.name })).toBeVisible();
}

/** Writes an invoice in the editor for the client whose page is open; ends in the editor, with everything saved. */
export async function writeInvoice(
  page: Page,
  story: Story,
  { lines, total }: { lines: StoryLine[]; total: string },
): Promise<void> {
  const t = words(story.locale);
  await page
    .getByRole('link', { name: t('clients.newInvoice') })
    .first()
    .click();
  await page.waitForURL(/\/invoices\/[0-9a-f-]{36}/);
  await expect(
    page.getByRole('button', { name: new RegExp(escaped(story.client.name)) }),
  ).toBeVisible();
  for (const [index, line] of lines.entries()) {
    const row = page.getByRole('row', {
      name: t('editor.lines.line', { n: index + 1 }),
      exact: true,
    });
    if (index > 0 && !(await row.isVisible())) {
      await page.getByRole('button', { name: t('editor.lines.add') }).click();
    }
    const cell = (key: string) =>
      row.getByRole('textbox', { name: t(`editor.lines.${key}`), exact: true });
    await cell('description').fill(line.description);
    await cell('quantity').fill(line.quantity);
    await cell('price').fill(line.price);
    if (line.discount) await cell('discountHelp').fill(line.discount);
  }
  await page.getByRole('textbox', { name: t('editor.paper.notes'), exact: true }).click();
  await expectAmount(editorTotal(page, story), total);
}

/** The total that follows each key. */
function editorTotal(page: Page, story: Story) {
  const name = words(story.locale)('editor.totals.total');
  return page.locator('dt', { hasText: new RegExp(`^${escaped(name)}$`) }).locator('+ dd');
}

/** The invoice's state as its page shows it. */
export async function expectState(page: Page, story: Story, state: 'due' | 'paid'): Promise<void> {
  const name = words(story.locale)(`documents.state.${state}`);
  const pill = page.getByRole('main').locator('.status', { hasText: name }).first();
  // Nobody reloads: the window hears of it by itself.
  await expect(pill).toBeVisible({ timeout: 20_000 });
}

/** Issues and sends the invoice in the editor through the dialog, as it is offered; ends on the issued invoice. */
export async function issueAndSend(
  page: Page,
  story: Story,
  total: string,
): Promise<{ number: string }> {
  const t = words(story.locale);
  await page.getByRole('button', { name: t('editor.actions.issueAndSend') }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(story.client.name);
  await expect(dialog.getByRole('combobox', { name: t('mail.send.to') })).toHaveValue(
    story.client.email,
  );
  // It opens complete: were the words to come later, the buttons would move under the hand.
  const subject = dialog.getByRole('textbox', { name: t('mail.send.subject') });
  expect(await subject.inputValue()).not.toBe('');
  await dialog.getByRole('button', { name: t('mail.send.sendIssue') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: t('mail.send.undo') })).toBeVisible();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/\d/);
  await expect(page.getByRole('main')).toContainText(grouped(total));
  return { number: (await heading.innerText()).replace(/[\u2066-\u2069\u200e\u200f]/g, '').trim() };
}
