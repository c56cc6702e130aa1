import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

export type Count = { passed: number; failed: number };

/** One step: what to run and, for a test runner, how to count the tests in the report it leaves behind. */
type Gate = {
  name: string;
  commands: string[][];
  report?: { file: string; count: (report: unknown) => Count };
  needs?: string;
};

const REPORTS = '.portico/check';
const VITEST = `${REPORTS}/vitest.json`;
const PLAYWRIGHT = `${REPORTS}/playwright.json`;

const GATES: Gate[] = [
  { name: 'format', commands: [['biome', 'format', '.']] },
  {
    name: 'lint',
    commands: [['biome', 'check', '--formatter-enabled=false', '--error-on-warnings', '.']],
  },
  // Next describes routes and style sheets to the compiler in files of its own, which git does not keep.
  {
    name: 'types',
    commands: [
      ['next', 'typegen'],
      ['tsc', '--noEmit'],
    ],
  },
  {
    name: 'unit, architecture, message and database tests',
    commands: [
      ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`],
    ],
    report: { file: VITEST, count: countVitest },
  },
  // The second look leaves the tests out: what only they use is dead.
  {
    name: 'dead code',
    commands: [
      ['knip', '--treat-config-hints-as-errors'],
      ['knip', '--production', '--include', 'files,exports,types'],
    ],
  },
  { name: 'build', commands: [['node', 'lib/cli/run.mjs', 'build']] },
  {
    name: 'browser tests',
    commands: [['playwright', 'test', '--reporter=list,json,./tests/e2e/support/page-reporter.ts']],
    report: { file: PLAYWRIGHT, count: countPlaywright },
    needs: 'build',
  },
];

/** `npm test`: runs every gate in order, whatever the earlier ones said, and prints `N passed, N failed` last. */
export async function main(): Promise<void> {
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const total: Count = { passed: 0, failed: 0 };
  const lines: string[] = [];
  const failedGates = new Set<string>();
  for (const gate of GATES) {
    console.log(`\n── ${gate.name} ──`);
    const begun = performance.now();
    const blocked = gate.needs !== undefined && failedGates.has(gate.needs);
    const count = blocked ? { passed: 0, failed: 1 } : await runGate(gate);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    total.passed += count.passed;
    total.failed += count.failed;
    if (count.failed > 0) failedGates.add(gate.name);
    const verdict = blocked
      ? `could not run: ${gate.needs} failed`
      : `${count.passed} passed, ${count.failed} failed`;
    lines.push(`${count.failed > 0 ? '✗' : '✓'} ${gate.name}: ${verdict} (${seconds} s)`);
    console.log(lines.at(-1));
  }
  console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

async function runGate({ commands, report }: Gate): Promise<Count> {
  let failed = false;
  for (const command of commands) failed = (await run(command)) !== 0 || failed;
  if (!report) return { passed: failed ? 0 : 1, failed: failed ? 1 : 0 };
  const count = existsSync(report.file)
    ? report.count(JSON.parse(readFileSync(report.file, 'utf8')))
    : { passed: 0, failed: 1 };
  // An error outside every test, such as a broken set-up, is a failure too.
  return failed && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** Runs one of the project's own tools with its output going straight to the screen; answers its exit code. */
function run([program = '', ...args]: string[]): Promise<number> {
  const path = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter);
  return new Promise((done, fail) => {
    const child = spawn(program === 'node' ? process.execPath : program, args, {
      stdio: 'inherit',
      env: {
        ...process.env,
        PATH: path,
        PLAYWRIGHT_JSON_OUTPUT_NAME: resolve(PLAYWRIGHT),
        NEXT_TELEMETRY_DISABLED: '1',
      },
    });
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      if (signal === 'SIGINT') process.exit(130);
      done(code ?? 1);
    });
  });
}

/** Counts a vitest JSON report. A skipped test and a file that could not be loaded count as failed. */
export function countVitest(report: unknown): Count {
  const { testResults } = report as {
    testResults: { status: string; assertionResults: { status: string }[] }[];
  };
  const tests = testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const unloaded = testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  return { passed, failed: tests.length - passed + unloaded.length };
}

/** Counts a Playwright JSON report. Skipped and flaky tests and errors outside tests count as failed. */
export function countPlaywright(report: unknown): Count {
  const { stats, errors } = report as {
    stats: { expected: number; unexpected: number; skipped: number; flaky: number };
    errors: unknown[];
  };
  const failed = stats.unexpected + stats.skipped + stats.flaky + errors.length;
  return { passed: stats.expected, failed };
}
