import { expect, type Locator, type Page } from '@playwright/test';
import type { MailboxMessage } from '@/lib/mail/mailbox/message';
import { expectAmount, numbersIn } from './amounts';
import { openMail } from './mail';
import { query } from './people';
import type { Story } from './stories';
import { payOnHostedPage } from './stripe';
import { patternOf, words } from './words';
import type { World } from './world';

/** A phone such as clients read their mail on. */
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** From the mail through the button behind its link; ends on the invoice. Looking at the link changes nothing. */
export async function enterFromMail(
  page: Page,
  world: World,
  mail: MailboxMessage,
  story: Story,
): Promise<void> {
  const t = words(story.locale);
  await openMail(page, world, mail, story.locale);
  const link = page.getByRole('link', { name: t('emails.invoice.viewAndPay') });
  const href = (await link.getAttribute('href')) ?? '';
  const before = await traces(world);
  await fetch(href, { method: 'HEAD' });
  await fetch(href);
  await page.goto(href);
  const button = page.getByRole('button');
  await expect(button).toHaveCount(1);
  await expect(page.locator('#main, main').first()).toBeVisible();
  expect(await traces(world), 'a look at the link').toEqual(before);
  await button.click();
  await page.waitForURL(/\/portal\/[^/]+\/invoices\/[0-9a-f-]{36}$/);
}

/** Everything that a link could change by being looked at. Mails go their own way meanwhile. */
async function traces(world: World) {
  const [row] = await query(
    world,
    `SELECT (SELECT count(*) FROM "PortalSession") AS sessions,
            (SELECT count(*) FROM "DocumentView") AS views,
            (SELECT count(*) FROM "Event" WHERE kind NOT LIKE 'message.%') AS events,
            (SELECT jsonb_agg(l ORDER BY id) FROM "Link" l) AS links`,
  );
  return row;
}

/** The button that pays, wherever it stands; the amount is part of its words. */
export function payButton(place: Page | Locator, story: Story): Locator {
  const name = patternOf(words(story.locale)('portal.toPay.payNow', { amount: '¤' }));
  return place.getByRole('button', { name }).first();
}

/** Goes to the first page of the portal and looks at what is to pay altogether. */
export async function goHome(page: Page, story: Story, due: string): Promise<void> {
  const t = words(story.locale);
  await page
    .getByRole('link', { name: t('frame.portal.overview'), exact: true })
    .first()
    .click();
  await page.waitForURL(/\/portal\/[^/]+$/);
  await expect(page.locator('html')).toHaveAttribute('dir', story.locale === 'ar' ? 'rtl' : 'ltr');
  await expectAmount(page.locator('#to-pay + p'), due);
}

/** Reads the statement: the given amounts stand in it, and the last balance is what is due. */
export async function readStatement(
  page: Page,
  story: Story,
  { amounts, due }: { amounts: string[]; due: string },
): Promise<void> {
  const t = words(story.locale);
  await page
    .getByRole('link', { name: t('frame.portal.statement'), exact: true })
    .first()
    .click();
  await page.waitForURL(/\/statement/);
  const table = page.getByRole('main').getByRole('table');
  const numbers = numbersIn(await table.innerText());
  for (const amount of amounts) expect(numbers, 'the statement').toContain(amount);
  expect(numbers.at(-1), 'the last balance of the statement').toBe(due);
}

/** Presses "Pay now" where it stands, pays on the hosted page and comes back to be told so. */
export async function payNow(
  page: Page,
  world: World,
  story: Story,
  amount: string,
): Promise<void> {
  const t = words(story.locale);
  const button = payButton(page, story);
  await expectAmount(button, amount);
  await button.click();
  await payOnHostedPage(page, world, amount);
  await page.waitForURL(/\/pay\/return\?/);
  const heading = page.getByRole('heading', { level: 1, name: t('portal.return.paid') });
  await expect(heading).toBeVisible({ timeout: 20_000 });
  await expectAmount(heading.locator('+ p'), amount);
}

/** From the page after paying to the invoice, which is paid. */
export async function seePaidInvoice(page: Page, story: Story, amount: string): Promise<void> {
  const t = words(story.locale);
  await page.getByRole('link', { name: t('portal.return.toInvoice') }).click();
  const heading = page.getByRole('heading', { level: 1, name: t('portal.paid.title') });
  await expect(heading).toBeVisible();
  await expectAmount(heading.locator('+ p'), amount);
}

/** Fetches what a link leads to, with the reader's own cookies, and holds it to being a PDF. */
export async function expectPdf(page: Page, link: Locator): Promise<void> {
  const address = new URL((await link.getAttribute('href')) ?? '', page.url());
  await expect(async () => {
    const answer = await page.request.get(address.href);
    expect(answer.status()).toBe(200);
    expect(answer.headers()['content-type']).toBe('application/pdf');
    const bytes = await answer.body();
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(bytes.subarray(-32).toString('latin1')).toContain('%%EOF');
  }).toPass({ timeout: 20_000 });
}
