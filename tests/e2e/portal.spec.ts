import { enterPortal, sampleBusiness } from './support/people';
import { expect, test } from './support/test';
import { words } from './support/words';
import { world } from './support/world';

test('A client who meets a page that is not there stays in the portal @phone', async ({
  page,
  context,
  watch,
}) => {
  watch.expectTrouble(/404/);
  const portal = `/portal/${await sampleBusiness(world())}`;
  await enterPortal(world(), context, 'ar');
  const t = words('ar');
  for (const address of ['nowhere', 'invoices/no-such-invoice']) {
    expect((await page.goto(`${portal}/${address}`))?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('common.notFound.title'));
    const navigation = page.getByRole('navigation', { name: t('frame.main') });
    await expect(navigation.getByRole('link', { name: t('frame.portal.statement') })).toBeVisible();
    const home = page.getByRole('main').getByRole('link', { name: t('common.notFound.home') });
    await home.click();
    await page.waitForURL((url) => url.pathname === portal);
  }
});
