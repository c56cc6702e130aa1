import { describe, expect, test } from 'vitest';
import { differences, messagesOf } from './support/messages';
import { parseSource, projectSources, type Source, within } from './support/sources';
import { keysIn, wordsInMarkup } from './support/words';

const english = messagesOf('en');
const namespaces = new Set([...english.keys()].map((key) => key.split('.')[0] ?? ''));
const sources = projectSources().filter((source) => !within(source.path, ['tests']));
const inCode = keysIn(sources, namespaces);

/** Words that may stand in markup untranslated, each with its place: 'components/x.tsx Word'. */
const UNTRANSLATED: string[] = [
  'components/layout/command-trigger.tsx ⌘K',
  'components/layout/create-menu.tsx C',
  'components/layout/mark.tsx Portico',
  'components/ui/date-input.tsx YYYY-MM-DD',
];

describe.each(['ar', 'zh'])('The messages in %s', (locale) => {
  const translated = messagesOf(locale);

  test('have the same keys as the English ones', () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('say the same thing: the same values, choices and plurals', () => {
    const found = [...english].flatMap(([key, message]) =>
      differences(locale, message, translated.get(key) ?? message).map((text) => `${key} ${text}`),
    );
    expect(found).toEqual([]);
  });

  test('say something', () => {
    expect([...translated].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

test('a message that lacks a value, a choice or an Arabic form is noticed', () => {
  const files = '{n, plural, one {# file} other {# files}}';
  expect(differences('zh', files, '{n} 个文件')).toEqual([]);
  expect(differences('zh', files, '文件')).toEqual(['lacks {n}']);
  expect(differences('zh', 'Hello', '你好 {name}')).toEqual(['has an unknown {name}']);
  expect(differences('ar', files, '{n} ملف')).toEqual(['has no plural forms for {n}']);
  expect(differences('ar', files, '{n, plural, one {ملف} other {# ملف}}')).toEqual([
    '{n} lacks the forms zero, two, few, many',
  ]);
  expect(
    differences('zh', '{s, select, a {x} other {y}}', '{s, select, b {x} other {y}}'),
  ).toHaveLength(1);
});

describe('Every message', () => {
  const missing = (code: typeof inCode, keys: string[]) =>
    code.asked
      .filter(({ key }) =>
        typeof key === 'string' ? !keys.includes(key) : !keys.some((known) => key.test(known)),
      )
      .map(({ key, where }) => `${where} ${key}`);
  const unused = (code: typeof inCode, keys: string[]) =>
    keys.filter(
      (key) => !code.literals.has(key) && !code.patterns.some((pattern) => pattern.test(key)),
    );
  const plant = (text: string) =>
    keysIn([parseSource('lib/a.ts', text)], new Set(['invoices', 'status']));

  test('that code asks for exists', () => {
    expect(missing(inCode, [...english.keys()])).toEqual([]);
  });

  test('is asked for somewhere', () => {
    expect(unused(inCode, [...english.keys()])).toEqual([]);
  });

  test('can be found by its key: no key is built from its first part on', () => {
    expect(inCode.unreadable).toEqual([]);
  });

  test('that is missing, unused or unreadable is noticed', () => {
    const code = plant(`
      t('invoices.title'); ctx.t(\`status.\${x}\`); forms(t, 'invoices.count');
      new Refused('invoices.gone'); const key = 'invoices.errors.lost';
      t(\`\${x}.title\`); may('invoices.read');
    `);
    expect(missing(code, ['invoices.title', 'status.paid'])).toEqual([
      'lib/a.ts:2 invoices.count',
      'lib/a.ts:3 invoices.gone',
      'lib/a.ts:3 invoices.errors.lost',
    ]);
    expect(unused(code, ['invoices.title', 'status.paid', 'invoices.other'])).toEqual([
      'invoices.other',
    ]);
    expect(code.unreadable).toEqual(['lib/a.ts:4']);
  });
});

describe('Words in markup', () => {
  const withoutAllowed = (tree: Source[]) =>
    wordsInMarkup(tree).filter((found) => !UNTRANSLATED.includes(found.replace(/:\d+/, '')));

  test('come from the message files', () => {
    expect(withoutAllowed(sources)).toEqual([]);
  });

  test('that do not are noticed', () => {
    const planted = parseSource(
      'app/a.tsx',
      `const A = () => <p title='Tip'>Hello {ok ? 'yes' : t('no')} <b className='x'>{n} · {x && \`of \${n}\`}</b></p>;`,
    );
    expect(wordsInMarkup([planted])).toEqual([
      'app/a.tsx:1 Tip',
      'app/a.tsx:1 Hello',
      'app/a.tsx:1 yes',
      'app/a.tsx:1 of',
    ]);
  });
});
