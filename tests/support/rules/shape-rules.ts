import { at, isNode, type Node, nameOf, type Source, stringOf, walk, within } from '../sources';
import type { Rule } from './rule';

const ACTION = /^(staff|portal|public|account)Action$/;
const ROUTE = /^[a-z]+Route$/;
const PAGE = /^[a-z]+Page$/;

/** Route handlers that anybody may call, because they guard themselves in their own way. */
const OPEN_ROUTES = ['app/api/health', 'app/api/ready', 'app/api/auth', 'app/api/stripe'];

const isActionFile = (path: string) => /^app\/(.+\/)?actions\.ts$/.test(path);

const useServerRule: Rule = {
  sentence: "'use server' stands only at the top of files named actions.ts below app",
  offenders: (sources) =>
    sources.flatMap((source) => {
      const found: string[] = [];
      let top = false;
      walk(source.program, (node, parents) => {
        if (node.type !== 'ExpressionStatement' || node.directive !== 'use server') return;
        const atTop = parents.at(-1)?.type === 'Program';
        if (atTop) top = true;
        if (!atTop || !isActionFile(source.path))
          found.push(`${at(source, node.start)} 'use server'`);
      });
      if (isActionFile(source.path) && !top) found.push(`${source.path}: 'use server' is missing`);
      return found;
    }),
  caught: {
    'lib/a/b.ts': "'use server';\nexport const x = 1;",
    'app/b/form.tsx': "export const f = async () => { 'use server'; };",
    'app/b/actions.ts': 'export const x = staffAction({});',
  },
  allowed: { 'app/b/actions.ts': "'use server';\nexport const x = staffAction({});" },
};

const actionRule: Rule = {
  sentence: 'actions.ts exports nothing but wrapped actions',
  offenders: (sources) =>
    sources
      .filter((source) => isActionFile(source.path))
      .flatMap((source) => offendingExports(source, (value) => ACTION.test(calledName(value)))),
  caught: {
    'app/b/actions.ts':
      "'use server';\nexport async function helper() {}\nexport const y = helper;\nexport * from './x';",
  },
  allowed: {
    'app/b/actions.ts':
      "'use server';\nimport { staffAction } from '@/lib/actions/staff-action';\nexport type A = 1;\nexport const save = staffAction({});",
  },
};

const routeRule: Rule = {
  sentence: 'every route handler is wrapped by its guard, unless it is a named open one',
  offenders: (sources) =>
    sources
      .filter((source) => /^app\/(.+\/)?route\.tsx?$/.test(source.path))
      .filter((source) => !within(source.path, OPEN_ROUTES))
      .flatMap((source) =>
        offendingExports(
          source,
          (value, name) =>
            !/^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/.test(name) ||
            ROUTE.test(calledName(value)),
        ),
      ),
  caught: { 'app/api/files/route.ts': 'export async function GET() { return new Response(); }' },
  allowed: {
    'app/api/files/route.ts':
      "import { staffRoute } from '@/lib/pages/staff-route';\nexport const dynamic = 'force-dynamic';\nexport const GET = staffRoute({});",
    'app/api/health/route.ts': 'export function GET() { return new Response(); }',
  },
};

const pageRule: Rule = {
  sentence: 'every page begins with its guard',
  offenders: (sources) =>
    sources
      .filter((source) => /^app\/(.+\/)?page\.tsx$/.test(source.path))
      .flatMap((source) => {
        const page = defaultFunction(source.program);
        if (!page) return [`${source.path}: its default export is not a function`];
        return PAGE.test(firstCall(page)) && importsGuard(source, firstCall(page))
          ? []
          : [`${at(source, page.start)} does not begin with a guard`];
      }),
  caught: {
    'app/a/page.tsx': 'export default async function Page() { const rows = await load(); }',
    'app/b/page.tsx': 'const Page = () => <p />;\nexport default Page;',
    'app/c/page.tsx':
      'async function staffPage() {}\nexport default async () => { await staffPage(); };',
  },
  allowed: {
    'app/a/page.tsx':
      "import { staffPage } from '@/lib/pages/staff-page';\nexport default async function Page({ params }) {\n  const ctx = await staffPage(params, 'invoices.read');\n}",
  },
};

const importsGuard = (source: Source, name: string) =>
  source.imports.some(
    (found) => within(found.from, ['lib/pages', 'lib/auth']) && found.names.includes(name),
  );

/** The name called by `x(…)`, else ''. */
function calledName(value: unknown): string {
  return isNode(value) && value.type === 'CallExpression' ? nameOf(value.callee) : '';
}

/** Exports of a file whose value is not fine; exported types say nothing at run time. */
function offendingExports(
  source: Source,
  fine: (value: unknown, name: string) => boolean,
): string[] {
  return bodyOf(source.program).flatMap((node) => {
    if (node.exportKind === 'type' || !node.type.startsWith('Export')) return [];
    const declaration = node.declaration;
    if (isNode(declaration) && /^TS(TypeAlias|Interface)/.test(declaration.type)) return [];
    if (isNode(declaration) && declaration.type === 'VariableDeclaration') {
      return (declaration.declarations as Node[])
        .filter((declared) => !fine(declared.init, nameOf(declared.id)))
        .map((declared) => `${at(source, declared.start)} exports ${nameOf(declared.id)}`);
    }
    const name = isNode(declaration) ? nameOf(declaration.id) : '';
    return fine(undefined, name || '*') ? [] : [`${at(source, node.start)} exports ${name || '*'}`];
  });
}

function bodyOf(node: Node): Node[] {
  return Array.isArray(node.body) ? node.body.filter(isNode) : [];
}

function defaultFunction(program: Node): Node | null {
  const body = bodyOf(program);
  const exported = body.find((node) => node.type === 'ExportDefaultDeclaration')?.declaration;
  if (!isNode(exported)) return null;
  if (/Function/.test(exported.type)) return exported;
  const name = nameOf(exported);
  for (const node of body) {
    if (node.type === 'FunctionDeclaration' && nameOf(node.id) === name) return node;
    if (node.type !== 'VariableDeclaration') continue;
    for (const declared of node.declarations as Node[]) {
      if (nameOf(declared.id) === name && isNode(declared.init)) return declared.init;
    }
  }
  return null;
}

/** The first function that the first statement calls, waiting or not. */
function firstCall(page: Node): string {
  const first = isNode(page.body) ? (bodyOf(page.body)[0] ?? page.body) : null;
  if (!first) return '';
  const value =
    first.type === 'VariableDeclaration'
      ? (first.declarations as Node[])[0]?.init
      : (first.expression ?? first.argument ?? null);
  const call = isNode(value) && value.type === 'AwaitExpression' ? value.argument : value;
  return calledName(call);
}

const rawSqlRule = (folders: readonly string[]): Rule => ({
  sentence: 'SQL is written by hand only where the database layer can see it',
  offenders: (sources) =>
    sources
      .filter((source) => !within(source.path, folders))
      .flatMap((source) => {
        const found: string[] = [];
        walk(source.program, (node) => {
          const name = node.type === 'Identifier' ? String(node.name) : (stringOf(node) ?? '');
          if (/^\$(queryRaw|executeRaw)/.test(name))
            found.push(`${at(source, node.start)} ${name}`);
        });
        return found;
      }),
  caught: {
    'lib/invoices/a.ts': 'export const f = (db) => db.$queryRaw`select 1`;',
    'app/a/page.tsx': "export const f = (db) => db['$executeRawUnsafe']('select 1');",
  },
  allowed: { 'lib/db/a.ts': 'export const f = (db) => db.$queryRaw`select 1`;' },
});

export const shapeRules = (rawSql: readonly string[]) => [
  useServerRule,
  actionRule,
  routeRule,
  pageRule,
  rawSqlRule(rawSql),
];
