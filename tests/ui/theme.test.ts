import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrastRatio } from '@/lib/businesses/brand';

const styles = join(import.meta.dirname, '../../app/styles');
const theme = readFileSync(join(styles, 'theme.css'), 'utf8');

function tokens(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

const [lightCss = '', darkCss = ''] = theme.split('@variant dark-theme');
const light = tokens(lightCss);
const dark = new Map([...light, ...tokens(darkCss)]);

const TEXT = [
  ['ink', 'surface'],
  ['ink', 'canvas'],
  ['ink-soft', 'surface'],
  ['ink-soft', 'canvas'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['accent', 'surface'],
  ['accent', 'accent-soft'],
  ...['paid', 'due', 'overdue', 'processing', 'draft', 'warn'].flatMap((tone) => [
    [tone, `${tone}-soft`],
    [tone, 'surface'],
  ]),
];

describe.each([
  ['light', light],
  ['dark', dark],
])('In the %s theme', (_name, colours) => {
  test.each(TEXT)('%s can be read on %s', (text = '', ground = '') => {
    expect(
      contrastRatio(colours.get(text) ?? '', colours.get(ground) ?? ''),
    ).toBeGreaterThanOrEqual(4.5);
  });

  test('the edge of a field can be seen', () => {
    const edge = colours.get('line-strong') ?? '';
    expect(contrastRatio(edge, colours.get('surface') ?? '')).toBeGreaterThanOrEqual(3);
  });
});

test('Stylesheets say start and end, never left and right', () => {
  const physical = /(?:^|[\s;{-])(?:left|right)\b(?!-to)|(?:margin|padding|border)-(?:left|right)/;
  const found = readdirSync(styles).flatMap((file) =>
    readFileSync(join(styles, file), 'utf8')
      .split('\n')
      .filter((line) => physical.test(line) && !line.trim().startsWith('/*'))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
