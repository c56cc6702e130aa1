import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';

/** A node of the syntax tree, as far as the rules look at it. */
export type Node = { type: string; start: number; end: number; [key: string]: unknown };

export type Import = { from: string; names: string[]; typeOnly: boolean; start: number };

/** One file of the project: its path from the root, its text, its syntax tree and what it imports. */
export type Source = { path: string; text: string; program: Node; imports: Import[] };

const ROOTS = ['app', 'components', 'emails', 'lib', 'prisma', 'tests'];
const LEFT_OUT = ['lib/db/generated', 'prisma/migrations'];

/** Every TypeScript and CSS file of the project, generated ones left out. */
export function projectSources(): Source[] {
  const root = join(import.meta.dirname, '../..');
  const files = ROOTS.flatMap((folder) => filesBelow(root, folder));
  for (const name of readdirSync(root)) if (/\.tsx?$/.test(name)) files.push(name);
  return files
    .filter((path) => /\.(tsx?|css)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
}

function filesBelow(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (LEFT_OUT.includes(path)) return [];
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Parses one file; a syntax error throws. Files other than TypeScript get an empty tree. */
export function parseSource(path: string, text: string): Source {
  if (!/\.tsx?$/.test(path)) {
    return { path, text, program: { type: 'Program', start: 0, end: 0, body: [] }, imports: [] };
  }
  const parsed = parseSync(path, text);
  const error = parsed.errors[0];
  if (error) throw new Error(`${path}: ${error.message}`);
  const program = parsed.program as unknown as Node;
  const imports: Import[] = parsed.module.staticImports.map((found) => ({
    from: resolveImport(path, found.moduleRequest.value),
    names: found.entries.map((entry) => entry.importName.name ?? entry.importName.kind),
    typeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
    start: found.start,
  }));
  for (const exported of parsed.module.staticExports) {
    for (const entry of exported.entries) {
      if (!entry.moduleRequest) continue;
      imports.push({
        from: resolveImport(path, entry.moduleRequest.value),
        names: [entry.importName.name ?? entry.importName.kind],
        typeOnly: entry.isType,
        start: exported.start,
      });
    }
  }
  walk(program, (node) => {
    const literal = node.type === 'ImportExpression' ? stringOf(node.source) : null;
    if (literal === null) return;
    const from = resolveImport(path, literal);
    imports.push({ from, names: ['*'], typeOnly: false, start: node.start });
  });
  return { path, text, program, imports };
}

/** '@/lib/x' and './x' become 'lib/x' from the root, without extension; packages stay as they are. */
function resolveImport(path: string, specifier: string): string {
  const bare = (file: string) => file.replace(/\.(tsx?|mjs|js)$/, '');
  if (specifier.startsWith('@/')) return bare(specifier.slice(2));
  if (!specifier.startsWith('.')) return `package:${specifier}`;
  return bare(join(path, '..', specifier));
}

/** Calls `visit` for every node below and including this one, parents first. */
export function walk(node: Node, visit: (node: Node, parents: Node[]) => void): void {
  const parents: Node[] = [];
  const step = (current: Node) => {
    visit(current, parents);
    parents.push(current);
    for (const value of Object.values(current)) {
      if (Array.isArray(value)) for (const item of value) if (isNode(item)) step(item);
      if (isNode(value)) step(value);
    }
    parents.pop();
  };
  step(node);
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** The text of a string literal or of a template without gaps, else null. */
export function stringOf(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === 'Literal' && typeof value.value === 'string') return value.value;
  const pieces = piecesOf(value);
  return pieces?.length === 1 ? (pieces[0] ?? null) : null;
}

/** The fixed pieces of a template literal, with a gap between each two. */
export function piecesOf(value: unknown): string[] | null {
  if (!isNode(value) || value.type !== 'TemplateLiteral') return null;
  const quasis = value.quasis as { value: { cooked: string | null } }[];
  return quasis.map((quasi) => quasi.value.cooked ?? '');
}

/** 'staffAction' for `staffAction(…)`, 'ctx.t' for `ctx.t(…)`, '' for what has no plain name. */
export function nameOf(value: unknown): string {
  if (!isNode(value)) return '';
  if (value.type === 'Identifier') return String(value.name);
  if (value.type === 'JSXIdentifier') return String(value.name);
  if (value.type !== 'MemberExpression' || value.computed) return '';
  const object = nameOf(value.object) || '?';
  return `${object}.${nameOf(value.property)}`;
}

/** 'app/x.tsx:12', for a list of offenders. */
export function at(source: Source, start: number): string {
  return `${source.path}:${source.text.slice(0, start).split('\n').length}`;
}

/** Is the path this folder or file, or below it? Extensions do not matter. */
export function within(path: string, folders: readonly string[]): boolean {
  const bare = path.replace(/\.(tsx?|css)$/, '');
  return folders.some((folder) => {
    const place = folder.replace(/\.(tsx?|css)$/, '').replace(/\/$/, '');
    return bare === place || bare.startsWith(`${place}/`);
  });
}
