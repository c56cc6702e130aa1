import { isBuiltin } from 'node:module';
import { at, type Import, type Source, within } from '../sources';
import {
  CONCEPTS,
  EXCEPTIONS,
  PLATFORM,
  SERVER_FILES_ALLOWED,
  SERVER_FOLDERS,
  SERVER_PACKAGES,
  SWITCHBOARDS,
  UNSCOPED,
} from './layers';
import type { Rule } from './rule';

// A scanner of our own over oxc's module records: dependency-cruiser 17 reads TypeScript through the compiler's
// JavaScript API, which TypeScript 7 no longer has, and half of these rules look inside the files anyway.

const importsWhere = (
  sources: Source[],
  wrong: (source: Source, found: Import) => boolean,
): string[] =>
  sources.flatMap((source) =>
    source.imports
      .filter((found) => wrong(source, found))
      .map((found) => `${at(source, found.start)} imports ${found.from}`),
  );

const below = (path: string, folder: string) => within(path, [folder]);
const libFolder = (path: string) => /^lib\/([^/]+)\//.exec(`${path}/`)?.[1] ?? null;
const rankOf = (folder: string) => CONCEPTS.findIndex((row) => row.includes(folder));
const excepted = (source: Source, found: Import) =>
  EXCEPTIONS.some(({ from, to }) => within(source.path, [from]) && within(found.from, [to]));

const appRule: Rule = {
  sentence: 'app imports only components and lib',
  offenders: (sources) =>
    importsWhere(
      sources,
      (source, found) =>
        below(source.path, 'app') &&
        !found.from.startsWith('package:') &&
        !within(found.from, ['app', 'components', 'lib', 'public']),
    ),
  caught: { 'app/a/page.tsx': "import { x } from '@/prisma/seed/world';" },
  allowed: { 'app/a/page.tsx': "import { x } from '@/lib/a/b';\nimport { y } from './form';" },
};

const libRule: Rule = {
  sentence: 'lib imports neither app nor components',
  offenders: (sources) =>
    importsWhere(
      sources,
      (source, found) => below(source.path, 'lib') && within(found.from, ['app', 'components']),
    ),
  caught: { 'lib/a/b.ts': "import { x } from '@/components/ui/button';" },
  allowed: { 'lib/a/b.ts': "import { x } from '@/lib/b/c';" },
};

const emailsRule: Rule = {
  sentence: 'only lib imports emails, and emails import only emails and lib',
  offenders: (sources) =>
    importsWhere(sources, (source, found) => {
      if (below(found.from, 'emails')) return !within(source.path, ['lib', 'emails', 'tests']);
      if (!below(source.path, 'emails') || found.from.startsWith('package:')) return false;
      return !below(found.from, 'lib');
    }),
  caught: {
    'app/a/page.tsx': "import { x } from '@/emails/receipt';",
    'emails/receipt.tsx': "import { x } from '@/components/ui/button';",
  },
  allowed: { 'lib/mail/jobs.ts': "import { x } from '@/emails/receipt';" },
};

const pureRule: Rule = {
  sentence: 'components import only pure files of lib, however far the imports lead',
  offenders(sources) {
    const files = new Map(sources.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
    /** The way from a file to the server, as 'lib/a > lib/db/client', or null for a pure file. */
    const wayToServer = (path: string, way: string[], seen: Set<string>): string | null => {
      if (seen.has(path) || within(path, SERVER_FILES_ALLOWED)) return null;
      seen.add(path);
      const name = path.startsWith('package:') ? path.slice('package:'.length) : null;
      const server = name
        ? isBuiltin(name) || SERVER_PACKAGES.test(name)
        : within(path, SERVER_FOLDERS);
      if (server) return [...way, name ?? path].join(' > ');
      for (const next of valueImports(files.get(path))) {
        const found = wayToServer(next, [...way, path], seen);
        if (found) return found;
      }
      return null;
    };
    return sources
      .filter((source) => below(source.path, 'components'))
      .flatMap((source) =>
        source.imports
          .filter((found) => !found.typeOnly)
          .flatMap((found) => {
            const outside = within(found.from, ['app', 'emails', 'prisma', 'tests']);
            const way = outside ? found.from : wayToServer(found.from, [], new Set());
            return way ? [`${at(source, found.start)} reaches ${way}`] : [];
          }),
      );
  },
  caught: {
    'components/a.tsx': "import { f } from '@/lib/invoices/status';",
    'lib/invoices/status.ts': "export { f } from './helper';",
    'lib/invoices/helper.ts':
      "import { readFileSync } from 'node:fs';\nexport const f = readFileSync;",
  },
  allowed: {
    'components/a.tsx':
      "import { f } from '@/lib/invoices/status';\nimport type { D } from '@/lib/db/client';",
    'lib/invoices/status.ts':
      "import type { D } from '@/lib/db/client';\nexport const f = (d: D) => d;",
  },
};

function valueImports(source: Source | undefined): string[] {
  return (source?.imports ?? []).filter((found) => !found.typeOnly).map((found) => found.from);
}

const placedRule: Rule = {
  sentence: 'every folder of lib is named as platform or as a concept',
  offenders: (sources) => {
    const folders = new Set(sources.map((source) => libFolder(source.path)));
    return [...folders]
      .filter((folder) => folder !== null && !PLATFORM.includes(folder) && rankOf(folder) < 0)
      .map((folder) => `lib/${folder}`);
  },
  caught: { 'lib/helpers/a.ts': '' },
  allowed: { 'lib/money/a.ts': '', 'lib/parties/a.ts': '' },
};

const platformRule: Rule = {
  sentence: 'the platform imports no concept, except on the switchboards',
  offenders: (sources) =>
    importsWhere(sources, (source, found) => {
      if (!PLATFORM.includes(libFolder(source.path) ?? '')) return false;
      if (within(source.path, SWITCHBOARDS) || excepted(source, found)) return false;
      return rankOf(libFolder(found.from) ?? '') >= 0;
    }),
  caught: { 'lib/pdf/a.ts': "import type { X } from '@/lib/invoices/totals';" },
  allowed: { 'lib/jobs/registry.ts': "import { x } from '@/lib/invoices/jobs';" },
};

const oneWayRule: Rule = {
  sentence:
    'concepts look one way: businesses, members, parties, documents, invoices, payments, portal',
  offenders: (sources) =>
    importsWhere(sources, (source, found) => {
      const [own, other] = [libFolder(source.path), libFolder(found.from)];
      if (own === null || other === null || own === other || excepted(source, found)) return false;
      return rankOf(own) >= 0 && rankOf(other) >= rankOf(own);
    }),
  caught: {
    'lib/parties/a.ts': "import { x } from '../payments/b';",
    'lib/estimates/a.ts': "import { x } from '@/lib/invoices/b';",
  },
  allowed: { 'lib/payments/a.ts': "import { x } from '../invoices/b';\nimport { y } from './c';" },
};

const unscopedRule: Rule = {
  sentence:
    'the Prisma client that sees every business is used only by the platform that guards it',
  offenders: (sources) =>
    importsWhere(
      sources,
      (source, found) =>
        within(found.from, ['lib/db/client', 'lib/db/generated/client']) &&
        !found.typeOnly &&
        !valuesOfPrismaOnly(found) &&
        !within(source.path, UNSCOPED),
    ),
  caught: {
    'lib/invoices/a.ts': "import { unscopedDb } from '@/lib/db/client';",
    'app/a/page.tsx': "import { PrismaClient } from '../../lib/db/generated/client';",
  },
  allowed: {
    'lib/auth/session.ts': "import { unscopedDb } from '@/lib/db/client';",
    'lib/invoices/a.ts': "import { Prisma } from '@/lib/db/generated/client';",
  },
};

/** `Prisma.Decimal`, `Prisma.skip` and the like open no connection. */
function valuesOfPrismaOnly(found: Import): boolean {
  return within(found.from, ['lib/db/generated/client']) && !found.names.includes('PrismaClient');
}

const barrelRule: Rule = {
  sentence: 'no file only passes others on: there is no index.ts',
  offenders: (sources) =>
    sources.map((source) => source.path).filter((path) => /(^|\/)index\.tsx?$/.test(path)),
  caught: { 'lib/money/index.ts': '' },
  allowed: { 'lib/money/money.ts': '' },
};

export const importRules = [
  appRule,
  libRule,
  emailsRule,
  pureRule,
  placedRule,
  platformRule,
  oneWayRule,
  unscopedRule,
  barrelRule,
];
