import { expectNoAxeViolations, expectNoOverflow } from './support/expectations';
import { expect, test } from './support/test';
import { startEmptyWorld } from './support/world';

test('whoever opens a new Portico first is asked for the business, and nobody can sign in yet', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const { baseUrl, stop } = await startEmptyWorld();
  try {
    for (const path of ['/', '/sign-in']) {
      await page.goto(baseUrl + path);
      await expect(page).toHaveURL(/\/welcome$/);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNoAxeViolations(page);
      await expectNoOverflow(page);
    }
  } finally {
    await page.goto('about:blank');
    await stop();
  }
});
