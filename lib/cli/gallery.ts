import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { contactSheet, fileOf, type Picture, SIZES, type Size } from '@/lib/cli/gallery/pictures';
import { PlainError } from '@/lib/env/plain-error';
import type { Locale } from '@/lib/i18n/locale';
import {
  addressOf,
  type Door,
  ELSEWHERE,
  nameOf,
  PAGES,
  type ProductPage,
} from '@/tests/e2e/support/pages';
import { addColleague, enterPortal, sampleBusiness, signInAs } from '@/tests/e2e/support/people';
import { startWorld, type World } from '@/tests/e2e/support/world';
import { BROWSER_ARGS, findBrowser } from '@/tests/support/find-browser';

const FOLDER = '.portico/gallery';
const TAGS: Record<Locale, string> = { en: 'en-GB', ar: 'ar-SA', zh: 'zh-CN' };
const LOCALES = Object.keys(TAGS) as Locale[];
const DOORS: Door[] = ['public', 'staff', 'portal'];

/**
 * `npm run gallery`: every page in three languages, on a phone and at a desk, key pages also dark, on one contact
 * sheet. `-- en ar` takes these languages only. Pictures of the present build are kept, so an interrupted run goes on
 * where it was. Fails, and says where, when a page cannot be shown or logs an error.
 */
export async function main(args: string[] = []): Promise<void> {
  const unknown = args.find((arg) => !LOCALES.includes(arg as Locale));
  if (unknown) throw new PlainError(`"${unknown}" is none of the languages ${LOCALES.join(', ')}.`);
  const locales = LOCALES.filter((locale) => args.length === 0 || args.includes(locale));
  const world = await startWorld();
  try {
    keepPicturesOf(readFileSync('.next/BUILD_ID', 'utf8'));
    const { executablePath } = await findBrowser();
    const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
    const problems: string[] = [];
    for (const locale of locales) {
      const sizes = Object.keys(SIZES) as Size[];
      await Promise.all(
        sizes.map((size) => photograph(browser, world, { locale, size, problems })),
      );
      console.log(`${locale} done.`);
    }
    await browser.close();
    report(problems);
  } finally {
    await world.stop();
  }
}

/** Empties the folder unless its pictures show this very build. */
function keepPicturesOf(build: string): void {
  const stamp = join(FOLDER, 'build');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === build) return;
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(stamp, build);
}

function report(problems: string[]): void {
  const wanted = LOCALES.flatMap((locale) => picturesIn(locale));
  const taken = wanted.filter((picture) => existsSync(join(FOLDER, fileOf(picture))));
  const sheet = join(FOLDER, 'index.html');
  writeFileSync(sheet, contactSheet(wanted, new Set(taken), ELSEWHERE));
  for (const problem of problems) console.error(problem);
  console.log(`${taken.length} of ${wanted.length} pictures of ${PAGES.length} pages: ${sheet}`);
  if (problems.length > 0) process.exitCode = 1;
}

function picturesIn(locale: Locale): Picture[] {
  const sizes = Object.keys(SIZES) as Size[];
  return PAGES.flatMap((entry) => sizes.flatMap((size) => picturesOf(entry, locale, size)));
}

function picturesOf(entry: ProductPage, locale: Locale, size: Size): Picture[] {
  const page = nameOf(entry);
  return (entry.key ? [false, true] : [false]).map((dark) => ({ page, locale, size, dark }));
}

type Task = { locale: Locale; size: Size; problems: string[] };

/** Opens every page in one language and size; what cannot be shown is added to the problems. */
async function photograph(browser: Browser, world: World, task: Task): Promise<void> {
  const { locale, size, problems } = task;
  const business = await sampleBusiness(world);
  for (const door of DOORS) {
    const entries = PAGES.filter((entry) => {
      const missing = picturesOf(entry, locale, size).some(
        (picture) => !existsSync(join(FOLDER, fileOf(picture))),
      );
      return entry.door === door && missing;
    });
    if (entries.length === 0) continue;
    const context = await browser.newContext({
      ...SIZES[size],
      locale: TAGS[locale],
      timezoneId: 'Europe/London',
    });
    await enter(world, context, door, business, locale);
    const page = await context.newPage();
    for (const entry of entries) {
      const at = `${nameOf(entry)}, ${locale}, ${size}`;
      const listen = errorsOf(page);
      try {
        const address = await addressOf(entry, world, business, page);
        const response = await page.goto(address, { waitUntil: 'networkidle' });
        if (!response?.ok()) throw new Error(`${address} answers ${response?.status()}`);
        for (const picture of picturesOf(entry, locale, size)) await take(page, picture);
      } catch (error) {
        problems.push(`${at}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      }
      problems.push(...listen().map((error) => `${at}: ${error}`));
    }
    await context.close();
  }
}

/** Collects what the page throws and logs as an error, until the function it returns is called. */
function errorsOf(page: Page): () => string[] {
  const errors: string[] = [];
  const onError = (error: Error) => errors.push(error.message);
  const onConsole = (message: { type(): string; text(): string }) => {
    if (message.type() === 'error') errors.push(message.text());
  };
  page.on('pageerror', onError);
  page.on('console', onConsole);
  return () => {
    page.off('pageerror', onError);
    page.off('console', onConsole);
    return errors;
  };
}

/** Takes the whole page: where a part of it scrolls by itself, the window grows until nothing does. */
async function take(page: Page, picture: Picture): Promise<void> {
  const { viewport } = SIZES[picture.size];
  await page.emulateMedia({
    colorScheme: picture.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  await page.evaluate(() => document.fonts.ready);
  const hidden = await page.evaluate(() =>
    Math.max(
      0,
      ...[...document.querySelectorAll('main, main *')].map((element) =>
        /auto|scroll/.test(getComputedStyle(element).overflowY)
          ? element.scrollHeight - element.clientHeight
          : 0,
      ),
    ),
  );
  if (hidden > 0) await page.setViewportSize({ ...viewport, height: viewport.height + hidden });
  const file = join(FOLDER, fileOf(picture));
  await page.screenshot({ path: `${file}.new.png`, fullPage: true, animations: 'disabled' });
  renameSync(`${file}.new.png`, file);
  if (hidden > 0) await page.setViewportSize(viewport);
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
