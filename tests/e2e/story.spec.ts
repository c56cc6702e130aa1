import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { LANGUAGE_NAMES } from '@/lib/i18n/locale';
import { numbersIn } from './support/amounts';
import { expectGoodBooks } from './support/books';
import {
  enterFromMail,
  expectPdf,
  goHome,
  PHONE,
  payButton,
  payNow,
  readStatement,
  seePaidInvoice,
} from './support/client';
import { expectNoAxeViolations, expectNoOverflow } from './support/expectations';
import { mailTo, openMail } from './support/mail';
import {
  addClient,
  completeAddress,
  connectStripe,
  createBusiness,
  expectState,
  issueAndSend,
  openClient,
  writeInvoice,
} from './support/owner';
import { STORIES, type Story } from './support/stories';
import { expect, test } from './support/test';
import { escaped, words } from './support/words';
import { type StartedWorld, startEmptyWorld } from './support/world';
import { readZip } from './support/zip';

// One Portico that nobody has used yet: its first business is made on the page for the very first one.
test.describe.configure({ mode: 'default' });

let world: StartedWorld;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  world = await startEmptyWorld();
});
test.afterAll(async () => {
  await world?.stop();
});

/** The owner's part until there is somebody to invoice; ends on the client's page. */
async function begin(page: Page, story: Story): Promise<void> {
  const slug = await createBusiness(page, world, story);
  const base = `${world.baseUrl}/b/${slug}`;
  await completeAddress(page, base, story);
  await connectStripe(page, world, base, story);
  await addClient(page, base, story);
}

for (const story of STORIES) {
  const { locale, client, total } = story;
  // In one language the client reads on a phone.
  const isPhone = locale === 'en';
  test.describe(`In ${locale}`, () => {
    test.use({ locale: story.tag });

    test('an owner makes a business and invoices a client, who pays, and both see it', async ({
      page,
      watch,
    }) => {
      test.setTimeout(240_000);
      const t = words(locale);
      await begin(page, story);
      await writeInvoice(page, story, story);
      const { number } = await issueAndSend(page, story, total);
      // A reload would lose it.
      await page.evaluate(() => Object.assign(window, { opened: 'once' }));

      const mail = await mailTo(world, client.email, 'invoice', locale);
      await expectState(page, story, 'due');
      expect(mail.subject).toContain(number);
      expect(numbersIn(mail.text), 'the mail').toContain(total);
      const pdfs = mail.attachments.filter(({ mimeType }) => mimeType === 'application/pdf');
      expect(pdfs).toHaveLength(1);

      const other = await watch.secondPerson({ locale: story.tag, ...(isPhone ? PHONE : {}) });
      const portal = await other.newPage();
      await enterFromMail(portal, world, mail, story);
      await expect(portal.getByText(number).first()).toBeVisible();
      expect(numbersIn(await payButton(portal, story).innerText())).toEqual([total]);
      await readStatement(portal, story, { amounts: [total], due: total });
      await goHome(portal, story, total);
      await payNow(portal, world, story, total);
      await expectNoAxeViolations(portal);
      await expectNoOverflow(portal);
      await seePaidInvoice(portal, story, total);
      await expectPdf(portal, portal.getByRole('link', { name: t('portal.invoice.pdf') }).first());
      await readStatement(portal, story, { amounts: [total], due: '0.00' });

      await expectState(page, story, 'paid');
      expect(await page.evaluate(() => 'opened' in window), 'the owner’s window').toBe(true);
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: t('invoices.page.download') }).click();
      const bytes = await readFile(await (await download).path());
      expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');

      const receipt = await mailTo(world, client.email, 'receipt', locale);
      expect(numbersIn(receipt.subject)).toEqual([total]);
      expect(numbersIn(receipt.text), 'the receipt').toContain(total);
      await openMail(await other.newPage(), world, receipt, locale);
      await expectGoodBooks(world);
    });
  });
}

test.describe('Without JavaScript, on a phone', () => {
  const [en] = STORIES as [Story, ...Story[]];
  const story: Story = {
    ...en,
    owner: { ...en.owner, email: 'ida@quay.example' },
    business: { ...en.business, name: 'Quay Bindery' },
    client: { ...en.client, name: 'Tide Books Ltd', email: 'orders@tide.example' },
  };
  const { locale, client } = story;
  const t = words(locale);
  test.use({ locale: story.tag });

  test('a client reads, pays, downloads, changes the language and signs out', async ({
    page,
    watch,
  }) => {
    test.setTimeout(300_000);
    await begin(page, story);
    const clientPage = page.url();
    const numbers: string[] = [];
    for (const price of ['100', '250.50', '75']) {
      if (numbers.length > 0) await openClient(page, clientPage, story);
      const total = (Number(price) * 1.2).toFixed(2);
      await writeInvoice(page, story, {
        lines: [{ description: `Binding for ${price}`, quantity: '1', price }],
        total,
      });
      numbers.push((await issueAndSend(page, story, total)).number);
    }
    const [first = ''] = numbers;
    const mail = await mailTo(world, client.email, 'invoice', locale, ({ subject }) =>
      subject.includes(first),
    );
    const phone = await watch.secondPerson({
      ...PHONE,
      locale: story.tag,
      javaScriptEnabled: false,
    });
    const portal = await phone.newPage();

    await enterFromMail(portal, world, mail, story);
    await payNow(portal, world, story, '120.00');
    await seePaidInvoice(portal, story, '120.00');
    // 300.60 and 90.00 are left.
    await goHome(portal, story, '390.60');

    for (const number of numbers.slice(0, 2)) {
      const name = t('portal.invoices.tick', { number });
      await portal.getByRole('checkbox', { name }).check();
    }
    const download = portal.waitForEvent('download');
    const button = new RegExp(`^${escaped(t('portal.invoices.download'))}`);
    await portal.getByRole('button', { name: button }).click();
    const files = readZip(await readFile(await (await download).path()));
    expect(files).toHaveLength(2);
    expect(new Set(files.map(({ name }) => name)).size, 'different names').toBe(2);
    for (const { name, bytes } of files) {
      expect(name).toMatch(/^[^/\\]+\.pdf$/);
      expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    }
    for (const number of numbers.slice(0, 2)) {
      expect(files.map(({ name }) => name).join('\n')).toContain(number);
    }

    // What is left is paid together.
    await payButton(portal, story).click();
    await payNow(portal, world, story, '390.60');
    await readStatement(portal, story, { amounts: ['120.00', '300.60', '90.00'], due: '0.00' });

    await portal.locator(`summary[aria-label^="${t('frame.language')}"]`).click();
    await portal.getByRole('button', { name: LANGUAGE_NAMES.ar }).click();
    await expect(portal.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(portal).toHaveURL(/\/statement/);
    const arabic = words('ar');
    await expect(
      portal.getByRole('heading', { level: 1, name: arabic('portal.statement.title') }),
    ).toBeVisible();

    const inside = portal.url();
    await portal.locator(`summary[aria-label^="${arabic('frame.portal.signedInAs')}"]`).click();
    await portal.getByRole('button', { name: arabic('frame.signOut') }).click();
    await portal.waitForURL(/\/sign-in/);
    await portal.goto(inside);
    await expect(portal).toHaveURL(/\/sign-in/);
    await expectGoodBooks(world);
  });
});
