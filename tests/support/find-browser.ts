import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';

const run = promisify(execFile);

export type Browser = { executablePath: string; source: string };

/**
 * Flags for a browser that only ever opens our own pages: no sandbox, because containers and root
 * have none to offer, and no talk with the browser maker's servers, which a closed network refuses
 * many times a second.
 */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
];

const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Finds a Chromium to test with: the configured one (PORTICO_BROWSER or CHROME_PATH), an installed
 * one, Playwright's own, or the one inside the npm package @sparticuz/chromium.
 * Throws when a configured one does not start, or when there is none at all.
 */
export async function findBrowser(): Promise<Browser> {
  const configured = process.env.PORTICO_BROWSER || process.env.CHROME_PATH;
  if (configured) {
    if (await starts(configured)) return { executablePath: configured, source: 'configured' };
    throw new Error(`The configured browser ${configured} does not start.`);
  }
  for (const executablePath of installed()) {
    if (await starts(executablePath)) return { executablePath, source: 'installed' };
  }
  const own = chromium.executablePath();
  if (existsSync(own) && (await starts(own))) return { executablePath: own, source: 'Playwright' };

  if (process.platform === 'linux' && process.arch === 'x64') {
    const executablePath = await unpackFromNpm();
    if (await starts(executablePath)) return { executablePath, source: '@sparticuz/chromium' };
  }
  throw new Error(
    'No browser found. Install Chromium or Chrome, run `npx playwright install chromium`, ' +
      'or set PORTICO_BROWSER to the path of one.',
  );
}

function installed(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [
    ...COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...APPLICATIONS,
  ].filter((path) => existsSync(path));
}

/** Some systems put a script there that only says how to install the real one. */
async function starts(executablePath: string): Promise<boolean> {
  try {
    const { stdout } = await run(executablePath, ['--version', '--no-sandbox'], {
      timeout: 20_000,
    });
    return /\d+\.\d+/.test(stdout);
  } catch {
    return false;
  }
}

/**
 * Unpacks the npm browser with its libraries and fonts once per version and returns a start script.
 * The package unpacks into the folder for temporary files and takes a half-written file for a
 * finished one, so it works in a folder of its own, which gets its final name when it is complete.
 */
async function unpackFromNpm(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'));
  const root = resolve(dirname(entry), '../..');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const home = resolve(root, '../../.cache/portico', `chromium-${version}`);
  const script = join(home, 'start.sh');
  if (existsSync(script)) return script;

  await mkdir(dirname(home), { recursive: true });
  const staging = await mkdtemp(`${home}-`);
  // It brings its shared libraries along only where it believes itself to be on a bare server.
  await run(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import chromium from ${JSON.stringify(import.meta.resolve('@sparticuz/chromium'))};` +
        'await chromium.executablePath();',
    ],
    { env: { ...process.env, TMPDIR: staging, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' } },
  );
  const fontsConf = join(staging, 'fonts', 'fonts.conf');
  const conf = await readFile(fontsConf, 'utf8');
  await writeFile(fontsConf, conf.replaceAll('/tmp/fonts', join(home, 'fonts')));
  await writeFile(join(staging, 'start.sh'), startScript);
  await chmod(join(staging, 'start.sh'), 0o755);
  await rename(staging, home).catch(async (error: unknown) => {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(script)) throw error; // else another process was first, with the same content
  });
  return script;
}

const startScript = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="\${LD_LIBRARY_PATH:+$LD_LIBRARY_PATH:}$here/al2023/lib"
export FONTCONFIG_FILE="\${FONTCONFIG_FILE:-$here/fonts/fonts.conf}"
exec "$here/chromium" "$@"
`;
