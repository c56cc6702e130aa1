import { expect, type Page } from '@playwright/test';
import { expectAmount } from './amounts';
import type { World } from './world';

/** Adds a webhook at the stand-in, as an owner does in Stripe's own pages; returns its signing secret. */
export async function addWebhook(world: World, key: string, url: string): Promise<string> {
  const answer = await fetch(`${world.stripeUrl}/_control/add-webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, url }),
  });
  expect(answer.status).toBe(200);
  const { secret } = (await answer.json()) as { secret: string };
  return secret;
}

/** On the hosted payment page: looks at the amount and pays with the card that it suggests. */
export async function payOnHostedPage(page: Page, world: World, amount: string): Promise<void> {
  await expect(page).toHaveURL((url) => url.href.startsWith(`${world.stripeUrl}/pay/`));
  await expectAmount(page.locator('.amount'), amount);
  await page.locator('button[value=card]').click();
}
