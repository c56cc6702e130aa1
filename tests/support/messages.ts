import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

export type Tree = { [key: string]: string | Tree };

/** What a message asks of its values: every argument and tag, the options of each choice, the forms of each plural. */
export type Shape = {
  names: Set<string>;
  selects: Map<string, Set<string>>;
  plurals: Map<string, Set<string>>;
};

const FOLDER = join(import.meta.dirname, '../../lib/i18n/messages');

/** All messages of a language by full path: 'clients.list.title' → text. */
export function messagesOf(locale: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(join(FOLDER, locale))) {
    const tree = JSON.parse(readFileSync(join(FOLDER, locale, file), 'utf8')) as Tree;
    flatten(tree, file.replace(/\.json$/, ''), found);
  }
  return found;
}

function flatten(tree: Tree, path: string, into: Map<string, string>): void {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') into.set(`${path}.${key}`, value);
    else flatten(value, `${path}.${key}`, into);
  }
}

/** Reads an ICU message; a broken one throws. */
export function shapeOf(message: string): Shape {
  const shape: Shape = { names: new Set(), selects: new Map(), plurals: new Map() };
  collect(parse(message), shape);
  return shape;
}

function collect(elements: MessageFormatElement[], shape: Shape): void {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    shape.names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
    if (element.type === TYPE.tag) collect(element.children, shape);
    if (element.type !== TYPE.select && element.type !== TYPE.plural) continue;
    const kind = element.type === TYPE.select ? shape.selects : shape.plurals;
    kind.set(element.value, new Set(Object.keys(element.options)));
    for (const option of Object.values(element.options)) collect(option.value, shape);
  }
}

const ARABIC_FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Says how a message differs from its English one, in words; an empty list means it does not. */
export function differences(locale: string, english: string, translated: string): string[] {
  const [theirs, ours] = [shapeOf(english), shapeOf(translated)];
  const found: string[] = [];
  for (const name of theirs.names) if (!ours.names.has(name)) found.push(`lacks {${name}}`);
  for (const name of ours.names)
    if (!theirs.names.has(name)) found.push(`has an unknown {${name}}`);
  for (const [name, options] of theirs.selects) {
    const own = ours.selects.get(name);
    if (own && [...options].sort().join() !== [...own].sort().join()) {
      found.push(
        `chooses {${name}} by ${[...own].join(', ')} and not by ${[...options].join(', ')}`,
      );
    }
  }
  if (locale !== 'ar') return found;
  for (const name of theirs.plurals.keys()) {
    if (!ours.plurals.has(name)) found.push(`has no plural forms for {${name}}`);
  }
  for (const [name, forms] of ours.plurals) {
    const missing = ARABIC_FORMS.filter((form) => !forms.has(form));
    if (missing.length > 0) found.push(`{${name}} lacks the forms ${missing.join(', ')}`);
  }
  return found;
}
