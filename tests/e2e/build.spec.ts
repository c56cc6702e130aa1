import { readFileSync } from 'node:fs';
import { ACTION_KEY } from '@/lib/cli/build';
import { addColleague, sampleBusiness, signInAs } from './support/people';
import { expect, test } from './support/test';
import { words } from './support/words';
import { world } from './support/world';

test('machines with the same sources have the same build: each knows the forms that another one drew', () => {
  const manifest = readFileSync('.next/server/server-reference-manifest.json', 'utf8');
  expect((JSON.parse(manifest) as { encryptionKey: string }).encryptionKey).toBe(ACTION_KEY);
  const sources = readFileSync('.next/portico.hash', 'utf8');
  expect(readFileSync('.next/BUILD_ID', 'utf8')).toBe(sources.slice(0, 20));
});

test('a form that was open while Portico was updated says so and keeps what was typed', async ({
  page,
  context,
  watch,
}) => {
  watch.expectTrouble(/404|409/);
  const business = await sampleBusiness(world());
  await signInAs(world(), context, await addColleague(world(), business, { locale: 'ar' }));
  await page.goto(`/b/${business}/products/new`);
  await page.locator('[name=name]').fill('لوحة');
  // The number of an action that an earlier version had.
  await page.route(/\/products\/new/, (route) => {
    const headers = { ...route.request().headers(), 'next-action': `40${'0'.repeat(40)}` };
    return route.request().method() === 'POST' ? route.continue({ headers }) : route.continue();
  });
  await page.locator('form [type=submit]').last().click();
  const t = words('ar');
  await expect(page.getByRole('alert').first()).toContainText(t('common.form.outdated'));
  await expect(page.locator('[name=name]')).toHaveValue('لوحة');
});
