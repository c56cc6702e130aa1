import { describe, expect, test } from 'vitest';
import { importRules } from './support/rules/import-rules';
import { inputRule } from './support/rules/input-rule';
import { RAW_SQL } from './support/rules/layers';
import { networkRule } from './support/rules/network-rule';
import { shapeRules } from './support/rules/shape-rules';
import { writingRules } from './support/rules/writing-rules';
import { parseSource, projectSources } from './support/sources';

const sources = projectSources();
const plant = (files: Record<string, string>) =>
  Object.entries(files).map(([path, text]) => parseSource(path, text));

describe.each([...importRules, ...shapeRules(RAW_SQL), networkRule, inputRule, ...writingRules])(
  '$sentence',
  (rule) => {
    test('holds', () => {
      expect(rule.offenders(sources)).toEqual([]);
    });

    test('would be noticed if broken', () => {
      expect(rule.offenders(plant(rule.allowed))).toEqual([]);
      const files = Object.entries(rule.caught).filter(([path]) => !isHelper(rule.caught, path));
      for (const [path] of files) {
        expect(rule.offenders(plant(rule.caught)).join('\n')).toContain(
          path.replace(/\/[^/]*$/, ''),
        );
      }
    });
  },
);

/** Files that are planted only because another one imports them. */
function isHelper(files: Record<string, string>, path: string): boolean {
  const name = path
    .replace(/\.tsx?$/, '')
    .split('/')
    .at(-1);
  return Object.entries(files).some(
    ([other, text]) => other !== path && new RegExp(`from '[^']*/${name}'`).test(text),
  );
}
