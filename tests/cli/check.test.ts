import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from '@/lib/cli/check';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

test('a skipped test and a file that does not load count as failed', () => {
  const testResults = [
    file('passed', 'passed', 'passed'),
    file('failed', 'passed', 'failed'),
    file('passed', 'skipped', 'todo'),
    file('failed'),
  ];
  expect(countVitest({ testResults })).toEqual({ passed: 3, failed: 4 });
});

test('a flaky or skipped browser test and an error outside the tests count as failed', () => {
  const stats = { expected: 7, unexpected: 1, skipped: 2, flaky: 1 };
  expect(countPlaywright({ stats, errors: ['no browser'] })).toEqual({ passed: 7, failed: 5 });
});
