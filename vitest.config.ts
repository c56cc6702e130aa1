import { defineConfig } from 'vitest/config';

// A zone that is neither UTC nor the developer's, half an hour off: whoever leans on the machine's own is caught.
process.env.TZ = 'America/St_Johns';

const alias = { '@': import.meta.dirname };
const setupFiles = ['tests/support/environment.ts', 'tests/support/console.ts'];

export default defineConfig({
  resolve: { alias },
  test: {
    environment: 'node',
    maxWorkers: 2,
    allowOnly: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.db.test.ts', 'tests/e2e/**'],
          setupFiles,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['tests/**/*.db.test.ts'],
          exclude: ['tests/e2e/**'],
          globalSetup: 'tests/support/start-database.ts',
          setupFiles: [...setupFiles, 'tests/support/database.ts'],
        },
      },
    ],
  },
});
