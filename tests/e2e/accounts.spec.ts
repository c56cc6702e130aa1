import { randomUUID } from 'node:crypto';
import { expectNoAxeViolations, expectNoOverflow } from './support/expectations';
import { linkFromMail, mailsTo } from './support/mail';
import { addColleague, sampleBusiness, signInAs } from './support/people';
import { expect, test } from './support/test';
import { words } from './support/words';
import { world } from './support/world';

const t = words('en');

test('a colleague is invited by mail, joins, and is out with the next request after removal', async ({
  page,
  context,
  watch,
}) => {
  test.setTimeout(120_000);
  const business = await sampleBusiness(world());
  await signInAs(world(), context, await addColleague(world(), business, { locale: 'en' }));
  const email = `${randomUUID()}@colleague.example`;
  await page.goto(`${world().baseUrl}/b/${business}/settings/team`);
  await page.getByRole('button', { name: t('members.invite') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('members.inviteEmail')).fill(email);
  await dialog.getByRole('button', { name: t('members.sendInvitation') }).click();
  await expect(page.getByText(email).first()).toBeVisible();

  const colleague = await watch.secondPerson({ locale: 'en-GB' });
  const theirs = await colleague.newPage();
  await theirs.goto(await linkFromMail(world(), email, '/invitations'));
  await expectNoAxeViolations(theirs);
  await expectNoOverflow(theirs, 320);
  await theirs.getByLabel(t('welcome.yourName')).fill('Robin Vale');
  await theirs.getByLabel(t('auth.signIn.password')).fill('three short words');
  await theirs.getByRole('button', { name: t('members.join.createAndJoin') }).click();
  await theirs.waitForURL(/\/b\/.+\/home/);

  await page.reload();
  const row = page.getByRole('listitem').filter({ hasText: email });
  await row.getByRole('button', { name: t('members.remove') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('members.remove') })
    .click();
  // What lies behind an open dialog has no role: a list that looks empty would prove nothing yet.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(row).toHaveCount(0);
  watch.expectTrouble(/404/);
  const gone = await theirs.goto(`${world().baseUrl}/b/${business}/home`);
  expect(gone?.status()).toBe(404);
});

test('a forgotten password is set anew by the mailed link, which works once', async ({ page }) => {
  test.setTimeout(120_000);
  const business = await sampleBusiness(world());
  const email = await addColleague(world(), business, { locale: 'en' });
  await page.goto(`${world().baseUrl}/forgotten-password`);
  await page.getByLabel(t('auth.signIn.email')).fill(email);
  await page.getByRole('button', { name: t('auth.forgotten.button') }).click();
  await expect(page.getByRole('heading', { name: t('auth.forgotten.sentTitle') })).toBeVisible();

  const link = await linkFromMail(world(), email, '/reset-password');
  await page.goto(link);
  await expectNoAxeViolations(page);
  await expectNoOverflow(page, 320);
  await page.getByLabel(t('auth.password.new')).fill('four other short words');
  await page.getByRole('button', { name: t('auth.reset.button') }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel(t('auth.signIn.email')).fill(email);
  await page.getByLabel(t('auth.signIn.password')).fill('four other short words');
  await page.getByRole('button', { name: t('auth.signIn.button') }).click();
  await page.waitForURL(/\/b\/.+\/home/);

  await page.goto(link);
  await expect(page.getByRole('heading', { name: t('auth.reset.deadTitle') })).toBeVisible();
});

test('somebody new and somebody known are answered alike when they sign up, and mailed what each needs', async ({
  page,
  watch,
}) => {
  test.setTimeout(120_000);
  const business = await sampleBusiness(world());
  const known = await addColleague(world(), business, { locale: 'en' });
  const stranger = `${randomUUID()}@newcomer.example`;
  const answers: string[] = [];
  for (const email of [known, stranger]) {
    await page.goto(`${world().baseUrl}/sign-up`);
    await page.getByLabel(t('auth.signIn.email')).fill(email);
    await page.getByRole('button', { name: t('auth.signUp.button') }).click();
    await expect(page.getByRole('heading', { name: t('auth.forgotten.sentTitle') })).toBeVisible();
    answers.push(await page.getByRole('main').innerText());
  }
  expect(answers[0]).toBe(answers[1]);
  await expectNoAxeViolations(page);

  const link = await linkFromMail(world(), stranger, '/sign-up');
  await expect.poll(async () => (await mailsTo(world(), known)).length).toBe(1);
  const [mail] = await mailsTo(world(), known);
  expect(mail?.subject).toBe(t('auth.mail.known.subject'));
  expect(mail?.text).not.toContain('/sign-up/');

  await page.goto(link);
  await expectNoAxeViolations(page);
  await expectNoOverflow(page, 320);
  await page.getByRole('textbox', { name: t('welcome.yourName') }).fill('Noor Vale');
  await page.getByLabel(t('auth.signIn.password')).fill('five rather short words');
  await page.getByRole('textbox', { name: t('welcome.businessName') }).fill('Vale and Daughters');
  await page.getByRole('combobox', { name: t('welcome.country') }).selectOption('GB');
  await page.getByRole('button', { name: t('welcome.button') }).click();
  await page.waitForURL(/\/b\/vale-and-daughters\/home/);

  const other = await watch.secondPerson({ locale: 'en-GB' });
  const later = await other.newPage();
  await later.goto(link);
  await expect(later.getByRole('heading', { name: t('auth.reset.deadTitle') })).toBeVisible();
});
