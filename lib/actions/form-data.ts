type FormValue = string | string[] | FormValue[] | { [key: string]: FormValue };

const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);
const MOST_FIELDS = 5_000;

/**
 * A form as an object: `lines.0.quantity` becomes nested, `ids[]` becomes an array, everything else text.
 * Files are refused (they go through a route of their own); React's own `$ACTION` fields are left out.
 */
export function formToObject(form: FormData): Record<string, unknown> {
  const root: Record<string, FormValue> = {};
  let fields = 0;
  for (const [name, value] of form) {
    if (name.startsWith('$ACTION')) continue;
    if (++fields > MOST_FIELDS) throw new Error('too many form fields');
    if (typeof value !== 'string') throw new Error('files are not part of an action');
    put(root, name, value);
  }
  return arrays(root) as Record<string, unknown>;
}

/** The typed text of each field, for showing the form again after a refusal. */
export function formValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form) {
    if (!name.startsWith('$ACTION') && typeof value === 'string' && !/password/i.test(name)) {
      values[name] = value;
    }
  }
  return values;
}

function put(root: Record<string, FormValue>, name: string, value: string): void {
  const isList = name.endsWith('[]');
  const path = (isList ? name.slice(0, -2) : name).split('.');
  if (path.some((part) => UNSAFE.has(part))) throw new Error('refused field name');
  const last = path.pop() ?? '';
  let node = root;
  for (const part of path) {
    const next = Object.hasOwn(node, part) ? node[part] : undefined;
    if (next && typeof next === 'object' && !Array.isArray(next)) {
      node = next;
    } else {
      const made: Record<string, FormValue> = {};
      node[part] = made;
      node = made;
    }
  }
  if (!isList) {
    node[last] = value;
    return;
  }
  const list = Object.hasOwn(node, last) ? node[last] : undefined;
  if (Array.isArray(list)) (list as string[]).push(value);
  else node[last] = [value];
}

/** `{0: a, 1: b}` is how the path notation spells a list. */
function arrays(value: FormValue): FormValue {
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  if (keys.length > 0 && keys.every((key) => /^\d{1,4}$/.test(key))) {
    return keys.sort((a, b) => Number(a) - Number(b)).map((key) => arrays(value[key] as FormValue));
  }
  return Object.fromEntries(keys.map((key) => [key, arrays(value[key] as FormValue)]));
}
