import { at, isNode, nameOf, type Source, stringOf, walk, within } from '../sources';
import { CONCEPTS } from './layers';
import type { Rule } from './rule';

const PHYSICAL_CLASS =
  /(?:^|[\s:!])-?(?:(?:scroll-)?[mp][lr]-|(?:left|right)-(?:[\d[(]|px|auto|full)|(?:text|float|clear)-(?:left|right)(?=$|\s)|(?:border|rounded)-(?:[lr]|[tb][lr])(?=$|[-\s]))/;
const PHYSICAL_STYLE =
  /^(?:(?:margin|padding|border)(?:Left|Right)\w*|border(?:Top|Bottom)(?:Left|Right)Radius)$/;
const PHYSICAL_CSS =
  /(?:margin|padding|border)-(?:left|right)|(?:text-align|float|clear):\s*(?:left|right)|[;{]\s*(?:left|right)\s*:/g;

const physicalRule: Rule = {
  sentence: 'layout says start and end, never left and right, so that Arabic mirrors by itself',
  offenders: (sources) =>
    sources
      .filter((source) => within(source.path, ['app', 'components']))
      .flatMap((source) => {
        const found: string[] = [];
        if (source.path.endsWith('.css')) {
          for (const match of source.text.matchAll(PHYSICAL_CSS)) {
            found.push(`${at(source, match.index)} ${match[0]}`);
          }
        }
        walk(source.program, (node) => {
          const text =
            node.type === 'TemplateElement'
              ? (node.value as { cooked: string }).cooked
              : stringOf(node);
          if (node.type !== 'TemplateLiteral' && text && PHYSICAL_CLASS.test(text)) {
            found.push(`${at(source, node.start)} '${PHYSICAL_CLASS.exec(text)?.[0].trim()}'`);
          }
          if (node.type === 'Property' && PHYSICAL_STYLE.test(nameOf(node.key))) {
            found.push(`${at(source, node.start)} ${nameOf(node.key)}`);
          }
        });
        return found;
      }),
  caught: {
    'components/a.tsx':
      'export const A = () => <p className={`flex md:ml-2 ` + `-left-1`} style={{ paddingLeft: 1 }} />;',
    'components/b.tsx':
      'export const B = () => <p className="p-1 text-right rounded-l border-r-2" />;',
    'app/globals.css': 'a { margin-left: 1px; }',
  },
  allowed: {
    'components/a.tsx':
      'export const A = () => <p title="left-to-right" className="ms-2 pe-1 start-0 text-end rounded-s border-e leading-6 mx-1 slide-in-from-right-2" />;',
    'app/globals.css': 'a { margin-inline-start: 1px; }',
  },
};

const clockRule: Rule = {
  sentence: 'no rule of the business looks at the clock by itself: it asks the context',
  offenders: (sources) =>
    sources
      .filter((source) =>
        within(
          source.path,
          CONCEPTS.flat().map((name) => `lib/${name}`),
        ),
      )
      .flatMap((source) =>
        calls(source, (name, kind, count) => {
          if (name === 'Date.now') return true;
          return name === 'Date' && (kind === 'CallExpression' || count === 0);
        }),
      ),
  caught: {
    'lib/invoices/a.ts': 'export const f = () => new Date();\nexport const g = () => Date.now();',
  },
  allowed: {
    'lib/invoices/a.ts': 'export const f = (text: string) => new Date(text);',
    'lib/time/clock.ts': 'export const now = () => new Date();',
  },
};

const FLOATS =
  /^(?:parseFloat|Number\.parseFloat|Math\.(?:round|floor|ceil|trunc)|Intl\.NumberFormat)$/;

const floatRule: Rule = {
  sentence: 'money is never a floating-point number',
  offenders: (sources) =>
    sources
      .filter((source) => /^lib\/money\/|^lib\/.*\/(totals|allocat)[\w-]*\.ts$/.test(source.path))
      .flatMap((source) => calls(source, (name) => FLOATS.test(name) || name.endsWith('.toFixed'))),
  caught: {
    'lib/money/a.ts': 'export const f = (text: string) => parseFloat(text);',
    'lib/documents/totals.ts': 'export const f = (x: number) => Math.round(x * 100);',
  },
  allowed: { 'lib/money/a.ts': 'export const f = (text: string) => BigInt(text);' },
};

function calls(
  source: Source,
  wrong: (name: string, kind: string, argumentCount: number) => boolean,
): string[] {
  const found: string[] = [];
  walk(source.program, (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    const name = nameOf(node.callee);
    const given = Array.isArray(node.arguments) ? node.arguments.filter(isNode).length : 0;
    if (wrong(name, node.type, given)) found.push(`${at(source, node.start)} ${name}`);
  });
  return found;
}

export const writingRules = [physicalRule, clockRule, floatRule];
