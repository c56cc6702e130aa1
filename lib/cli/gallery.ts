import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locale';
import { addressOf, type Door, PAGES } from '@/tests/e2e/support/pages';
import { addColleague, enterPortal, sampleBusiness, signInAs } from '@/tests/e2e/support/people';
import { startWorld, type World } from '@/tests/e2e/support/world';
import { BROWSER_ARGS, findBrowser } from '@/tests/support/find-browser';

type Look = { locale: Locale; size: 'phone' | 'desk'; dark: boolean };
type Shot = Look & { route: string; file: string };

const FOLDER = '.portico/gallery';
const SIZES = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } };
const TAGS: Record<Locale, string> = { en: 'en-GB', ar: 'ar-SA', zh: 'zh-CN' };
const LOCALES = Object.keys(TAGS) as Locale[];
const DOORS: Door[] = ['public', 'staff', 'portal'];

/** `npm run gallery`: every page in three languages, on a phone and at a desk, on one contact sheet. */
export async function main(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const world = await startWorld();
  try {
    const { executablePath } = await findBrowser();
    const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
    const shots: Shot[] = [];
    const problems: string[] = [];
    for (const locale of LOCALES) {
      const both = (['phone', 'desk'] as const).map((size) =>
        photograph(browser, world, locale, size, problems),
      );
      shots.push(...(await Promise.all(both)).flat());
      console.log(`${shots.length} pictures, ${locale} done.`);
    }
    await browser.close();
    const sheet = join(FOLDER, 'index.html');
    writeFileSync(sheet, contactSheet(shots));
    for (const problem of problems) console.error(problem);
    console.log(`${shots.length} pictures of ${PAGES.length} pages: ${sheet}`);
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    await world.stop();
  }
}

/** Opens every page in one language and size; what cannot be shown is added to the problems. */
async function photograph(
  browser: Browser,
  world: World,
  locale: Locale,
  size: Look['size'],
  problems: string[],
): Promise<Shot[]> {
  const shots: Shot[] = [];
  const business = await sampleBusiness(world);
  for (const door of DOORS) {
    const context = await browser.newContext({ viewport: SIZES[size], locale: TAGS[locale] });
    await enter(world, context, door, business, locale);
    const page = await context.newPage();
    for (const entry of PAGES.filter((each) => each.door === door)) {
      for (const dark of entry.key ? [false, true] : [false]) {
        const look = { locale, size, dark };
        const name = [entry.route.replace(/\W+/g, '-').slice(1), locale, size, dark && 'dark'];
        const file = `${name.filter(Boolean).join('.')}.png`;
        try {
          await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
          const address = await addressOf(entry, world, business, page);
          const response = await page.goto(address, { waitUntil: 'networkidle' });
          if (!response?.ok()) throw new Error(`${address} answers ${response?.status()}`);
          await page.evaluate(() => document.fonts.ready);
          await page.screenshot({
            path: join(FOLDER, file),
            fullPage: true,
            animations: 'disabled',
          });
          shots.push({ ...look, route: entry.route, file });
        } catch (error) {
          problems.push(
            `${file}: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
          );
        }
      }
    }
    await context.close();
  }
  return shots;
}

async function enter(
  world: World,
  context: BrowserContext,
  door: Door,
  business: string,
  locale: Locale,
): Promise<void> {
  if (door === 'staff') {
    await signInAs(world, context, await addColleague(world, business, { locale }));
  }
  if (door === 'portal') await enterPortal(world, context, locale);
}

function contactSheet(shots: Shot[]): string {
  const rows = PAGES.map(({ route }) => {
    const pictures = shots
      .filter((shot) => shot.route === route)
      .map(({ file, locale, size, dark }) => {
        const title = `${locale}, ${size}${dark ? ', dark' : ''}`;
        return `<a href="${file}"><img class="${size}" src="${file}" alt="${title}" loading="lazy"><span>${title}</span></a>`;
      });
    return `<h2>${route}</h2><div>${pictures.join('')}</div>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Portico: every page</title><style>
body { font: 13px system-ui; margin: 2rem; background: #e8e8e6; color: #1a1a1a }
div { display: flex; gap: 12px; overflow-x: auto; align-items: flex-start }
a { color: inherit; text-decoration: none } span { display: block; padding-block: 4px }
img { display: block; height: 320px; object-fit: cover; object-position: top; box-shadow: 0 1px 4px #0003 }
.phone { width: 148px } .desk { width: 512px }
</style><h1>Portico, ${shots.length} pictures</h1>${rows.join('')}</html>
`;
}
