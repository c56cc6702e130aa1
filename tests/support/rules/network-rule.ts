import { at, isNode, nameOf, walk, within } from '../sources';
import type { Rule } from './rule';

const OPENING =
  /^package:(node:)?(http|https|http2|net|tls|dns|dgram)(\/promises)?$|^package:(nodemailer|undici|axios|got|node-fetch|imapflow|ws)$/;
/** What only reads an address as text. */
const HARMLESS = new Set(['isIP', 'isIPv4', 'isIPv6', 'BlockList']);

/** Each with what it may speak to. */
const SPEAKERS = [
  // SMTP, to an address that the egress guard has resolved.
  'lib/mail/deliver',
  'lib/http/egress',
  // This machine alone.
  'lib/env/ports',
  'lib/cli',
  'lib/http/local-server',
  'lib/mail/mailbox',
  'lib/stripe/stand-in',
];

/** Safety rule 13: every peer fixed one call site and forgot the next. */
export const networkRule: Rule = {
  sentence:
    'another machine is spoken to by the mail client behind its guard and by Stripe’s SDK, by nobody else',
  offenders: (sources) =>
    sources
      .filter((source) => within(source.path, ['lib', 'app', 'emails']))
      .filter((source) => !within(source.path.replace(/\.tsx?$/, ''), SPEAKERS))
      .flatMap((source) => {
        const found = source.imports
          .filter((each) => OPENING.test(each.from) && !each.typeOnly)
          .filter((each) => !each.names.every((name) => HARMLESS.has(name)))
          .map((each) => `${at(source, each.start)} imports ${each.from}`);
        walk(source.program, (node) => {
          const isCall = node.type === 'CallExpression' || node.type === 'NewExpression';
          const name = isCall && isNode(node.callee) ? nameOf(node.callee) : '';
          const isStripe = name === 'Stripe' && source.path !== 'lib/stripe/client.ts';
          if (name === 'fetch' || name === 'WebSocket' || isStripe) {
            found.push(`${at(source, node.start)} ${name}`);
          }
        });
        return found;
      }),
  caught: {
    'lib/businesses/a.ts': 'export const logo = (url: string) => fetch(url);',
    'lib/parties/b.ts': "import { connect } from 'node:tls';\nexport const x = connect;",
    'lib/messages/c.ts':
      "import { createTransport } from 'nodemailer';\nexport const x = createTransport;",
    'app/a/route.ts':
      "import Stripe from 'stripe';\nexport const s = (key: string) => new Stripe(key);",
  },
  allowed: {
    'lib/stripe/client.ts':
      "import Stripe from 'stripe';\nexport const s = (key: string) => new Stripe(key);",
    'lib/http/a.ts': "import { isIP } from 'node:net';\nexport const x = isIP;",
    'components/a.ts': "export const x = () => fetch('/b');",
  },
};
