import { enterPortal, entrance, sampleBusiness } from './support/people';
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

test('The arrow of a link points forward in the language of its page, whatever the browser’s is', async ({
  page,
  context,
}) => {
  const { baseUrl } = world();
  const { pathname, search } = new URL(entrance(world()).magicLink, baseUrl);
  const arrow = page.getByRole('main').locator('form button[type=submit] svg');
  for (const [chosen, htmlDirection] of [
    ['ar', 'rtl'],
    ['en', 'ltr'],
  ] as const) {
    await context.addCookies([{ name: 'portico-locale', value: chosen, url: baseUrl }]);
    await page.goto(baseUrl + pathname + search);
    await expect(page.locator('html')).toHaveAttribute('dir', htmlDirection);
    const drawn = await arrow.evaluate((svg) => {
      const { direction, scale } = getComputedStyle(svg);
      return `${direction} ${scale}`;
    });
    expect(['ltr none', 'rtl -1 1']).toContain(drawn);
  }
});
