import { ApiRefusal, invalidParameter } from '@/lib/stripe/stand-in/api-refusal';

/** A value as it came over the wire: text, or keys in square brackets (lists have keys 0, 1, 2…). */
export type FormValue = string | FormTree;
export interface FormTree {
  [key: string]: FormValue;
}

/**
 * Decodes Stripe's wire form (`line_items[0][price_data][currency]=eur`) into a tree of texts.
 * Refuses a key written twice, a key that is both text and object, and unbalanced brackets.
 */
export function decodeForm(encoded: string): FormTree {
  const root = emptyTree();
  for (const [name, value] of new URLSearchParams(encoded)) {
    place(root, keysOf(name), value, name);
  }
  return root;
}

/** Writes a decoded form in one fixed order, to compare two requests under one idempotency key. */
export function canonicalForm(tree: FormTree): string {
  return JSON.stringify(tree, (_key, value) =>
    value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

function emptyTree(): FormTree {
  return Object.create(null) as FormTree;
}

function keysOf(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!match?.[1]) throw new ApiRefusal(`Invalid request: malformed parameter name ${name}.`);
  const inner = [...(match[2] ?? '').matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1] ?? '');
  return [match[1], ...inner];
}

function place(root: FormTree, keys: string[], value: string, name: string): void {
  let here = root;
  keys.forEach((given, depth) => {
    const key = given === '' ? String(Object.keys(here).length) : given;
    const there = here[key];
    if (depth === keys.length - 1) {
      if (there !== undefined) throw invalidParameter(name, `Duplicate parameter: ${name}`);
      here[key] = value;
      return;
    }
    if (typeof there === 'string') throw invalidParameter(name, `Invalid object: ${name}`);
    const next = there ?? emptyTree();
    here[key] = next;
    here = next;
  });
}
