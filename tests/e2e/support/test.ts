import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';

export { expect };

type Watch = {
  /** Lets the running test cause console errors, page errors and failed requests that match. */
  expectTrouble(pattern: RegExp): void;
  /** A second person with a browser of their own, listened to like the first; closed with the test. */
  secondPerson(options?: BrowserContextOptions): Promise<BrowserContext>;
};

/**
 * Playwright's test with two habits: every page it opens is listened to, and a console error, an
 * uncaught error or a failed request fails the test that caused it.
 */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context, browser }, use) => {
      const troubles: string[] = [];
      const expected: RegExp[] = [];
      const others: BrowserContext[] = [];
      const hear = (all: BrowserContext, hasScript = true) =>
        all.on('page', (page) => {
          listen(page, (text) => {
            // Without JavaScript every script is refused: that is what such a test is about.
            if (hasScript || !/^request: \S+\.js csp$/.test(text)) troubles.push(text);
          });
        });
      hear(context);
      await use({
        expectTrouble: (pattern) => expected.push(pattern),
        secondPerson: async (options) => {
          const other = await browser.newContext(options);
          others.push(other);
          hear(other, options?.javaScriptEnabled);
          return other;
        },
      });
      for (const other of others) await other.close();
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
    // A mail is shown in a sandbox without scripts, and the browser says so when the test itself looks inside.
    const sandboxed = message.text().startsWith('Blocked script execution in');
    if (message.type() === 'error' && !repeated && !sandboxed) report(`console: ${message.text()}`);
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
