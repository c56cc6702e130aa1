import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with rule and place of everything axe finds on the page as it stands (WCAG 2.2 AA). */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // Half-faded text has half the contrast: wait until nothing moves, as a reader would.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} → ${node.target.join(' ')}`),
  );
  expect.soft(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** Fails when the page can be scrolled sideways at this width; names the elements that stick out. */
export async function expectNoOverflow(page: Page, width = 320): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: before?.height ?? 800 });
  const found = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const outside = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      return own > 0 && (right > room + 1 || left < -1);
    });
    const named = outside.map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    return [`scrolls to ${document.documentElement.scrollWidth} px`, ...named.slice(0, 10)];
  });
  if (before) await page.setViewportSize(before);
  expect.soft(found, `overflow of ${page.url()} at ${width} px`).toEqual([]);
}
