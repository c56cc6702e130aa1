import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './tests/support/find-browser';

// Found once, in the process that starts the workers; they inherit the answer.
process.env.PORTICO_BROWSER ||= (await findBrowser()).executablePath;
const world = process.env.PORTICO_TEST_WORLD;

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/support/global-setup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['./tests/e2e/support/page-reporter.ts']],
  use: {
    // Workers read this file again, after the global setup has started the world.
    baseURL: world && JSON.parse(world).baseUrl,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env.PORTICO_BROWSER, args: BROWSER_ARGS },
  },
  // A test runs at the desk, unless it is tagged @phone (only there) or @both.
  projects: [
    { name: 'desktop', grepInvert: /@phone/, use: { viewport: { width: 1440, height: 900 } } },
    {
      name: 'phone',
      grep: /@phone|@both/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
