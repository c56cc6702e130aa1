import { at, isNode, nameOf, piecesOf, type Source, stringOf, walk } from './sources';

/** Where code names messages. `literal` holds whole keys, `pattern` those with gaps, `asked` those that must exist. */
export type KeysInCode = {
  literals: Set<string>;
  patterns: RegExp[];
  asked: { key: string | RegExp; where: string }[];
  unreadable: string[];
};

/** Collects every key, and everything that may be one, from the sources. */
export function keysIn(sources: Source[], namespaces: ReadonlySet<string>): KeysInCode {
  const keys: KeysInCode = { literals: new Set(), patterns: [], asked: [], unreadable: [] };
  for (const source of sources) {
    walk(source.program, (node, parents) => {
      const text = stringOf(node);
      if (text !== null) {
        keys.literals.add(text);
        // Three parts and a known first one: 'invoices.errors.alreadyIssued' is a key wherever it stands.
        const looksLikeKey = /^[a-z]\w*(\.\w+){2,}$/i.test(text);
        if (looksLikeKey && namespaces.has(text.split('.')[0] ?? '') && !isImport(parents)) {
          keys.asked.push({ key: text, where: at(source, node.start) });
        }
      }
      const pieces = piecesOf(node);
      if (pieces && pieces.length > 1 && namespaces.has(pieces[0]?.split('.')[0] ?? '')) {
        if (pieces[0]?.includes('.')) keys.patterns.push(patternOf(pieces));
      }
      const key = keyArgument(node);
      if (!key) return;
      const where = at(source, key.start);
      const whole = stringOf(key);
      const parts = piecesOf(key);
      if (whole !== null) keys.asked.push({ key: whole, where });
      else if (parts && !parts[0]?.includes('.')) keys.unreadable.push(where);
      else if (parts) keys.asked.push({ key: patternOf(parts), where });
    });
  }
  return keys;
}

const isImport = (parents: { type: string }[]) => /Import|Export/.test(parents.at(-1)?.type ?? '');

const patternOf = (pieces: string[]) =>
  new RegExp(`^${pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`);

/** The argument that is a message key in t('…'), ctx.t('…'), t.rich('…'), forms(t, '…') and Refused('…'). */
function keyArgument(node: { type: string; [key: string]: unknown }) {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return null;
  const name = nameOf(node.callee);
  const given = (node.arguments as unknown[]).filter(isNode);
  if (node.type === 'NewExpression') return name === 'Refused' ? (given[0] ?? null) : null;
  if (/(^|\.)t(\.rich|\.markup|\.has)?$/.test(name)) return given[0] ?? null;
  return name === 'forms' ? (given[1] ?? null) : null;
}

const SPOKEN = new Set(['aria-label', 'aria-description', 'alt', 'title', 'placeholder', 'label']);

/** Words written into markup instead of the message files: 'app/a/page.tsx:3 Hello'. */
export function wordsInMarkup(sources: Source[]): string[] {
  return sources
    .filter((source) => source.path.endsWith('.tsx'))
    .flatMap((source) => {
      const found: string[] = [];
      const report = (start: number, text: string) => {
        const words = text.trim().replace(/\s+/g, ' ');
        if (/\p{L}/u.test(words)) found.push(`${at(source, start)} ${words}`);
      };
      walk(source.program, (node, parents) => {
        if (node.type === 'JSXText') report(node.start, String(node.value));
        if (
          node.type === 'JSXExpressionContainer' &&
          /JSX(Element|Fragment)/.test(parents.at(-1)?.type ?? '')
        ) {
          for (const text of saidBy(node.expression)) report(node.start, text);
        }
        if (node.type === 'JSXAttribute' && SPOKEN.has(nameOf(node.name))) {
          const value = isNode(node.value) ? node.value : null;
          const said = value?.type === 'JSXExpressionContainer' ? value.expression : value;
          for (const text of saidBy(said)) report(node.start, text);
        }
      });
      return found;
    });
}

/** The literal texts an expression can come out as. */
function saidBy(value: unknown): string[] {
  if (!isNode(value)) return [];
  const text = stringOf(value);
  if (text !== null) return [text];
  if (value.type === 'ConditionalExpression') {
    return [...saidBy(value.consequent), ...saidBy(value.alternate)];
  }
  if (value.type === 'LogicalExpression') return [...saidBy(value.left), ...saidBy(value.right)];
  return piecesOf(value) ?? [];
}
