import { globSync, readFileSync } from 'node:fs';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

const MOST_CHARACTERS = 8_000;
const MOST_LINES = 30;
const LONGEST_LINE = 600;
/** Where the worlds under test log (support/world.ts). */
const LOGS = '.portico/tested/*.log';

/** Prints, after a failed test, what stood on its page, and at the end what the servers complained of. */
export default class PageReporter implements Reporter {
  printsToStdio(): boolean {
    return false;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === test.expectedStatus) return;
    for (const { name, path } of result.attachments) {
      if (name !== 'error-context' || !path) continue;
      say(`The page of “${test.title}”`, readFileSync(path, 'utf8').slice(0, MOST_CHARACTERS));
    }
  }

  onEnd({ status }: FullResult): void {
    if (status === 'passed') return;
    for (const file of globSync(LOGS)) {
      const lines = readFileSync(file, 'utf8').split('\n');
      const complaints = lines.filter((line) => /"level":"(error|warn)"/.test(line));
      say(
        file,
        complaints
          .slice(-MOST_LINES)
          .map((line) => line.slice(0, LONGEST_LINE))
          .join('\n'),
      );
    }
  }
}

function say(head: string, text: string): void {
  process.stdout.write(`\n── ${head} ──\n${text}\n`);
}
