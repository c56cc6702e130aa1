import { test as base, expect, type Page } from '@playwright/test';

export { expect };

type Watch = {
  /** Lets the running test cause console errors, page errors and failed requests that match. */
  expectTrouble(pattern: RegExp): void;
};

/**
 * Playwright's test with two habits: every page it opens is listened to, and a console error, an
 * uncaught error or a failed request fails the test that caused it.
 */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context }, use) => {
      const troubles: string[] = [];
      const expected: RegExp[] = [];
      context.on('page', (page) => listen(page, (text) => troubles.push(text)));
      await use({ expectTrouble: (pattern) => expected.push(pattern) });
      const unexpected = troubles.filter((text) => !expected.some((one) => one.test(text)));
      expect(unexpected, 'errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
});

/** Reports everything that goes wrong on a page, in words. */
export function listen(page: Page, report: (trouble: string) => void): void {
  page.on('console', (message) => {
    // The browser's own line about a failed answer is reported below, with the address.
    const repeated = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !repeated) report(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => report(`page error: ${error.message}`));
  page.on('requestfailed', (request) => {
    // Leaving a page abandons what it was still loading.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') report(`request: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    // A page may well be "not found"; what a page is made of may not.
    const part = ['script', 'stylesheet', 'font', 'image'].includes(
      response.request().resourceType(),
    );
    if (response.status() < (part ? 400 : 500)) return;
    report(`response: ${response.status()} ${response.url()}`);
  });
}
