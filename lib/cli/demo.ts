import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { buildIfStale, isBuilt } from '@/lib/cli/build';
import { bringUpToDate } from '@/lib/cli/database';
import { type Launch, launch } from '@/lib/cli/launch';
import { closeDb } from '@/lib/db/client';
import { env, forgetEnv, VARIABLES } from '@/lib/env/env';
import { PlainError } from '@/lib/env/plain-error';
import { freePort, isPortFree } from '@/lib/env/ports';
import { closeJobSender } from '@/lib/jobs/boss';
import { startMailbox } from '@/lib/mail/mailbox/server';
import { startStripeStandIn } from '@/lib/stripe/stand-in/server';
import { seedDemo } from '@/prisma/seed/demo';

const HOST = '127.0.0.1';

/** The only things a person may choose about the demo; nothing real may leak into it. */
const KEPT = new Set(['PORT', 'PORTICO_DATA', 'WEB_PROCESSES', 'PDF_THREADS', 'LOG_LEVEL']);

/** How to get into the seeded world: kept beside the database, so every later start can say it. */
type Entrance = { email: string; password: string; magicLink: string };

/**
 * `npm run demo`: a sample world with simulated mail and payments, for this machine only.
 * `npm run demo -- --dev`: the same world, with pages that reload as they are edited.
 */
export async function main(args: string[] = []): Promise<void> {
  configure();
  const isDevelopment = args.includes('--dev');
  let entrance: Entrance | undefined;
  await launch({
    mode: isDevelopment ? 'development' : 'production',
    async prepare(launched) {
      await simulate(launched);
      if (isDevelopment) {
        entrance = await world(launched.databaseUrl);
        return;
      }
      if (!isBuilt()) console.log('Building Portico, once. This takes about a minute.');
      const building = buildIfStale();
      // Seeding runs beside it; should that fail first, its error is the one to show.
      building.catch(() => {});
      entrance = await world(launched.databaseUrl);
      await building;
    },
    announce() {
      if (entrance) announce(entrance);
    },
  });
}

function configure(): void {
  for (const name of VARIABLES) if (!KEPT.has(name)) delete process.env[name];
  const port = process.env.PORT || '3000';
  Object.assign(process.env, {
    PORT: port,
    HOST,
    BASE_URL: `http://${HOST}:${port}`,
    PORTICO_DATA: process.env.PORTICO_DATA || '.portico/demo',
    PORTICO_DEMO: '1',
    // The demo's own chatter would push its address off the screen.
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  });
}

/** Starts the mailbox and the stand-in for Stripe, and tells every process to use them. */
async function simulate({ onStop }: Launch): Promise<void> {
  const { port, dataDir } = env();
  const ports = await portsAfter(port, 3);
  const [stripePort = 0, httpPort = 0, smtpPort = 0] = ports;
  const stripe = await startStripeStandIn({ port: stripePort, dataDir });
  onStop(() => stripe.close());
  const mailbox = await startMailbox({ smtpPort, httpPort, dataDir });
  onStop(() => mailbox.close());
  Object.assign(process.env, {
    STRIPE_API_BASE: stripe.url,
    SIMULATED_STRIPE_URL: stripe.url,
    SIMULATED_MAILBOX_URL: mailbox.url,
    SMTP_HOST: HOST,
    SMTP_PORT: String(smtpPort),
    SMTP_SECURE: '0',
    SMTP_FROM: 'Portico <mail@portico.example>',
    MAIL_PRIVATE_HOSTS: HOST,
  });
  forgetEnv();
}

/** The ports just above the demo's own, so that addresses stay the same; free ones where taken. */
async function portsAfter(port: number, count: number): Promise<number[]> {
  const found: number[] = [];
  for (let wanted = port + 1; found.length < count; wanted += 1) {
    const usable = wanted <= 65_535 && wanted <= port + 20 && (await isPortFree(wanted, HOST));
    if (usable) found.push(wanted);
    else if (wanted > port + 20) found.push(await freePort());
  }
  return found;
}

/** Migrates and seeds. A world whose seeding was interrupted is thrown away and begun again. */
async function world(databaseUrl: string): Promise<Entrance> {
  const file = join(env().dataDir, 'demo.json');
  const seeded = existsSync(file);
  if (!seeded) await emptyDatabase(databaseUrl);
  await bringUpToDate(databaseUrl);
  if (seeded) return JSON.parse(readFileSync(file, 'utf8')) as Entrance;
  console.log('Filling the sample world.');
  const entrance = await seedDemo();
  await closeJobSender();
  await closeDb();
  writeFileSync(`${file}.new`, JSON.stringify(entrance, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return entrance;
}

async function emptyDatabase(databaseUrl: string): Promise<void> {
  const address = new URL(databaseUrl);
  const name = address.pathname.slice(1);
  if (address.hostname !== HOST) throw new PlainError('The demo works on its own database only.');
  address.pathname = '/postgres';
  const client = new pg.Client({ connectionString: address.href });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function announce({ email, password, magicLink }: Entrance): void {
  const { baseUrl, simulated } = env();
  const link = new URL(magicLink, baseUrl);
  console.log(`
  Portico is ready at  ${baseUrl}

  Sign in with         ${email}
  Password             ${password}
  A client's link      ${baseUrl}${link.pathname}${link.search}
  Mailbox              ${simulated?.mailboxUrl}

  Payments and mail are simulated: no money moves and no mail leaves this machine.
  Ctrl-C stops everything.
`);
}
