import { at, isNode, type Node, nameOf, walk, within } from '../sources';
import type { Rule } from './rule';

/** What we or Stripe have written, not a caller: more keys than we know are no attempt at anything. */
const OWN_WORDS = ['lib/env', 'lib/stripe/read-webhook.ts', 'lib/portal/returned-parts.ts'];

/** Safety rule 5: a key that nobody knows is refused, so that none is ever written by chance. */
export const inputRule: Rule = {
  sentence: 'what callers send is parsed by strict schemas alone',
  offenders: (sources) =>
    sources
      .filter((source) => within(source.path, ['app', 'lib']) && !within(source.path, OWN_WORDS))
      .flatMap((source) => {
        const found: string[] = [];
        walk(source.program, (node) => {
          if (node.type !== 'MemberExpression' || !isNode(node.property)) return;
          const name = nameOf(node.property as Node);
          const isZod = isNode(node.object) && nameOf(node.object) === 'z';
          const isLoose = name === 'passthrough' || name === 'loose' || name === 'catchall';
          if (isLoose || (isZod && (name === 'object' || name === 'looseObject'))) {
            found.push(`${at(source, node.start)} ${name}`);
          }
        });
        return found;
      }),
  caught: {
    'lib/parties/a.ts': 'export const input = z.object({ name: z.string() });',
    'app/a/actions.ts': 'export const input = z.strictObject({}).passthrough();',
  },
  allowed: { 'lib/parties/a.ts': 'export const input = z.strictObject({ name: z.string() });' },
};
