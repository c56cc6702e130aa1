import { readFileSync } from 'node:fs';
import type { Locale } from '@/lib/i18n/locale';
import { expectNoAxeViolations, expectNoOverflow } from './support/expectations';
import { addressOf, type Door, ELSEWHERE, nameOf, PAGES } from './support/pages';
import { addColleague, enterPortal, sampleBusiness, signInAs } from './support/people';
import { expect, test } from './support/test';
import { world } from './support/world';

const TAGS: Record<Locale, string> = { en: 'en-GB', ar: 'ar-SA', zh: 'zh-CN' };
const DOORS: Door[] = ['public', 'staff', 'portal'];

test('no page of the build is missing from the table of pages, and none is in it that does not exist', () => {
  const manifest = JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8'));
  const built = Object.entries<string>(manifest)
    .filter(([file]) => file.endsWith('/page'))
    .map(([, route]) => route)
    .filter((route) => !(route in ELSEWHERE));
  expect([...new Set(PAGES.map(({ route }) => route))].sort()).toEqual(built.sort());
});

for (const locale of Object.keys(TAGS) as Locale[]) {
  test.describe(`Every page in ${locale}`, () => {
    test.use({ locale: TAGS[locale] });

    for (const door of DOORS) {
      test(`behind the ${door} door is accessible and fits a narrow phone`, async ({
        page,
        context,
      }) => {
        const pages = PAGES.filter((entry) => entry.door === door);
        test.setTimeout(20_000 * pages.length);
        const business = await sampleBusiness(world());
        if (door === 'staff') {
          await signInAs(world(), context, await addColleague(world(), business, { locale }));
        }
        if (door === 'portal') await enterPortal(world(), context, locale);
        const faults: string[] = [];
        for (const entry of pages) {
          await test.step(nameOf(entry), async () => {
            try {
              const response = await page.goto(await addressOf(entry, world(), business, page));
              expect(response?.status(), 'status').toBe(200);
              await expect(page.locator('html')).toHaveAttribute(
                'dir',
                locale === 'ar' ? 'rtl' : 'ltr',
              );
              await expectNoAxeViolations(page);
              await expectNoOverflow(page, 320);
            } catch (error) {
              // The other pages are looked at all the same: one run names every fault.
              faults.push(`${nameOf(entry)}: ${error instanceof Error ? error.message : error}`);
            }
          });
        }
        expect(faults.join('\n\n')).toBe('');
      });
    }
  });
}
