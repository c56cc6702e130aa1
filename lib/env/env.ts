import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { PlainError } from '@/lib/env/plain-error';

/** Every variable that Portico reads; .env.example explains each. Empty counts as not set. */
export const VARIABLES = [
  'HOST',
  'PORT',
  'BASE_URL',
  'TRUST_PROXY',
  'DATABASE_URL',
  'DATABASE_POOL',
  'DATABASE_PORT',
  'PORTICO_DATA',
  'PORTICO_FILES',
  'PORTICO_SECRET',
  'SIGN_UP',
  'SMTP_HOST',
  'SMTP_PORT',
  'SMTP_SECURE',
  'SMTP_USER',
  'SMTP_PASSWORD',
  'SMTP_FROM',
  'MAIL_PRIVATE_HOSTS',
  'WEB_PROCESSES',
  'PDF_THREADS',
  'LOG_LEVEL',
  'PORTICO_DEMO',
  'STRIPE_API_BASE',
  'SIMULATED_MAILBOX_URL',
  'SIMULATED_STRIPE_URL',
] as const;

export type Variables = Partial<Record<(typeof VARIABLES)[number], string>>;

const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;

const whole = (name: string, min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `${name} must be a whole number.`)
    .transform(Number)
    .refine((n) => n >= min && n <= max, `${name} must be between ${min} and ${max}.`);

const port = (name: string) => whole(name, 1, 65_535);

const yes = (name: string) =>
  z
    .enum(['1', '0', 'true', 'false'], `${name} must be 1 or 0.`)
    .transform((value) => value === '1' || value === 'true');

const address = (name: string, protocols: string[]) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
    );

const web = (name: string) =>
  address(name, ['http:', 'https:']).transform((value) => value.replace(/\/+$/, ''));

/** The stand-in for Stripe answers "paid" to whoever asks: never let one be reached from afar. */
const here = (name: string) =>
  web(name).refine(
    (value) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(value).hostname),
    `${name} may only name this machine; it is for the demo and for tests.`,
  );

const shape = z.object({
  HOST: z.string().default('0.0.0.0'),
  PORT: port('PORT').default(3000),
  BASE_URL: web('BASE_URL')
    .refine((value) => new URL(value).origin === value, 'BASE_URL must have no path.')
    .optional(),
  TRUST_PROXY: yes('TRUST_PROXY').default(false),
  DATABASE_URL: address('DATABASE_URL', ['postgresql:', 'postgres:']).optional(),
  DATABASE_POOL: whole('DATABASE_POOL', 1, 500).default(10),
  DATABASE_PORT: port('DATABASE_PORT').optional(),
  PORTICO_DATA: z.string().default('.portico/data'),
  PORTICO_FILES: z.string().optional(),
  PORTICO_SECRET: z
    .string()
    .min(
      32,
      'PORTICO_SECRET must have at least 32 characters; "openssl rand -base64 32" makes one.',
    )
    .optional(),
  SIGN_UP: yes('SIGN_UP').default(true),
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: port('SMTP_PORT').optional(),
  SMTP_SECURE: yes('SMTP_SECURE').optional(),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  SMTP_FROM: z
    .string()
    .regex(/^[^\r\n<>]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/, {
      error:
        'SMTP_FROM must be an e-mail address, or a name and an address: Portico <mail@example.com>.',
    })
    .optional(),
  MAIL_PRIVATE_HOSTS: z
    .string()
    .default('')
    .transform((value) => value.split(',').map((host) => host.trim()))
    .transform((hosts) => hosts.filter((host) => host !== '')),
  WEB_PROCESSES: whole('WEB_PROCESSES', 1, 128).default(availableParallelism()),
  PDF_THREADS: whole('PDF_THREADS', 1, 32).default(Math.min(2, availableParallelism())),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`)
    .default('info'),
  PORTICO_DEMO: yes('PORTICO_DEMO').default(false),
  STRIPE_API_BASE: here('STRIPE_API_BASE').optional(),
  SIMULATED_MAILBOX_URL: here('SIMULATED_MAILBOX_URL').optional(),
  SIMULATED_STRIPE_URL: here('SIMULATED_STRIPE_URL').optional(),
});

/** What the launcher reads before it has a database; children get both from it. */
export type Settings = Readonly<{
  /** Where people reach Portico: scheme, host and port, no slash at the end. */
  baseUrl: string;
  /** The address and port that the web server listens on. */
  host: string;
  port: number;
  databaseUrl: string | null;
  /** Port of the built-in PostgreSQL; null takes a free one. */
  databasePort: number | null;
  /** Connections each process may hold. */
  databasePool: number;
  dataDir: string;
  filesDir: string;
  /** At least 32 characters; everything signed or encrypted is derived from it. */
  secret: string | null;
  smtp: Readonly<{
    host: string;
    port: number;
    secure: boolean;
    user: string | null;
    pass: string | null;
    from: string;
  }> | null;
  /** Address of the local stand-in for Stripe (demo and tests), null for Stripe itself. */
  stripeApiBase: string | null;
  demo: boolean;
  /** Where the demo shows what it simulates; null when mail and payments are real. */
  simulated: Readonly<{ mailboxUrl: string; stripeUrl: string }> | null;
  /** Whether a stranger may create a business. */
  signUp: boolean;
  /** Private addresses or host names that SMTP may reach all the same. */
  mailPrivateHosts: readonly string[];
  /** Whether X-Forwarded-For and -Proto come from a proxy of ours. */
  trustProxy: boolean;
  logLevel: (typeof LOG_LEVELS)[number];
  /** Web processes. */
  workers: number;
  pdfThreads: number;
}>;

export type Env = Settings & Readonly<{ databaseUrl: string; secret: string }>;

let parsed: Env | undefined;

/**
 * The configuration of this process, parsed at the first call and frozen. Throws one sentence for
 * each mistake. Processes started by the launcher get database and secret from it.
 */
export function env(): Env {
  parsed ??= complete(parseSettings(process.env));
  return parsed;
}

/** Forgets what `env` has parsed. For the launcher, which adds to the environment as it starts. */
export function forgetEnv(): void {
  parsed = undefined;
}

function complete(settings: Settings): Env {
  const { databaseUrl, secret } = settings;
  if (databaseUrl === null || secret === null) {
    throw new PlainError(
      'This process has no database: set DATABASE_URL and PORTICO_SECRET, or start it with npm, which brings both.',
    );
  }
  return Object.freeze({ ...settings, databaseUrl, secret });
}

/** Parses variables as they stand in the environment. Throws a PlainError, one line a mistake. */
export function parseSettings(source: NodeJS.ProcessEnv | Variables): Settings {
  const given: Variables = {};
  for (const name of VARIABLES) {
    const value = source[name]?.trim();
    if (value) given[name] = value;
  }
  const problems = pairProblems(given);
  const result = shape.safeParse(given);
  if (!result.success) problems.unshift(...result.error.issues.map(({ message }) => message));
  if (problems.length > 0 || !result.success)
    throw new PlainError([...new Set(problems)].join('\n'));
  const v = result.data;
  const dataDir = resolve(v.PORTICO_DATA);
  const smtpPort = v.SMTP_PORT ?? (v.SMTP_SECURE ? 465 : 587);
  return Object.freeze({
    baseUrl: v.BASE_URL ?? `http://localhost:${v.PORT}`,
    host: v.HOST,
    port: v.PORT,
    databaseUrl: v.DATABASE_URL ?? null,
    databasePort: v.DATABASE_PORT ?? null,
    databasePool: v.DATABASE_POOL,
    dataDir,
    filesDir: v.PORTICO_FILES ? resolve(v.PORTICO_FILES) : join(dataDir, 'files'),
    secret: v.PORTICO_SECRET ?? null,
    smtp:
      v.SMTP_HOST && v.SMTP_FROM
        ? Object.freeze({
            host: v.SMTP_HOST,
            port: smtpPort,
            secure: v.SMTP_SECURE ?? smtpPort === 465,
            user: v.SMTP_USER ?? null,
            pass: v.SMTP_PASSWORD ?? null,
            from: v.SMTP_FROM,
          })
        : null,
    stripeApiBase: v.STRIPE_API_BASE ?? null,
    demo: v.PORTICO_DEMO,
    simulated:
      v.SIMULATED_MAILBOX_URL && v.SIMULATED_STRIPE_URL
        ? Object.freeze({ mailboxUrl: v.SIMULATED_MAILBOX_URL, stripeUrl: v.SIMULATED_STRIPE_URL })
        : null,
    signUp: v.SIGN_UP,
    mailPrivateHosts: Object.freeze(v.MAIL_PRIVATE_HOSTS),
    trustProxy: v.TRUST_PROXY,
    logLevel: v.LOG_LEVEL,
    workers: v.WEB_PROCESSES,
    pdfThreads: v.PDF_THREADS,
  });
}

/** Variables that make sense only together: half of them set is a mistake, not a default. */
function pairProblems(given: Variables): string[] {
  const problems: string[] = [];
  const smtp = (Object.keys(given) as (keyof Variables)[]).filter((name) =>
    name.startsWith('SMTP_'),
  );
  const missing = (['SMTP_HOST', 'SMTP_FROM'] as const).filter((name) => !given[name]);
  if (smtp.length > 0 && missing.length > 0) {
    problems.push(
      `SMTP is half set: ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`,
    );
  }
  if (Boolean(given.SMTP_USER) !== Boolean(given.SMTP_PASSWORD)) {
    const name = given.SMTP_USER ? 'SMTP_PASSWORD' : 'SMTP_USER';
    problems.push(
      `SMTP is half set: SMTP_USER and SMTP_PASSWORD belong together, ${name} is missing.`,
    );
  }
  if (given.DATABASE_URL && !given.PORTICO_SECRET) {
    problems.push(
      'PORTICO_SECRET is missing: with a DATABASE_URL of your own, set it to at least 32 random characters ("openssl rand -base64 32").',
    );
  }
  if (Boolean(given.SIMULATED_MAILBOX_URL) !== Boolean(given.SIMULATED_STRIPE_URL)) {
    problems.push(
      'SIMULATED_MAILBOX_URL and SIMULATED_STRIPE_URL belong together; one is missing.',
    );
  }
  return problems;
}
