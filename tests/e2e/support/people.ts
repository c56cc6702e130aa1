import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { BrowserContext } from '@playwright/test';
import pg from 'pg';
import type { Locale } from '@/lib/i18n/locale';
import type { World } from './world';

type Role = 'OWNER' | 'MANAGER' | 'MEMBER' | 'ACCOUNTANT';

/** Runs one statement on the world's database, for what a test cannot do through a page. */
export async function query<Row extends pg.QueryResultRow>(
  { databaseUrl }: World,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** The sample world's business: the part of its pages' addresses that names it. */
export async function sampleBusiness(world: World): Promise<string> {
  const [row] = await query<{ slug: string }>(
    world,
    `SELECT b.slug FROM "Business" b JOIN "Membership" m ON m."businessId" = b.id
     JOIN "User" u ON u.id = m."userId" WHERE u.email = $1 ORDER BY b."createdAt" LIMIT 1`,
    [entrance(world).email],
  );
  if (!row) throw new Error('The sample world has no business.');
  return row.slug;
}

/** Adds a colleague to a business and returns their e-mail address: a test changes nobody else's language. */
export async function addColleague(
  world: World,
  business: string,
  { locale, role = 'OWNER' }: { locale: Locale; role?: Role },
): Promise<string> {
  const id = randomUUID();
  const email = `${id}@example.com`;
  await query(
    world,
    `WITH person AS (
       INSERT INTO "User" (id, email, name, "passwordHash", locale, "createdAt")
       VALUES ($1, $2, 'Robin Vale', 'none', $3::"Locale", now()) RETURNING id
     )
     INSERT INTO "Membership" ("businessId", "userId", role, "createdAt")
     SELECT b.id, person.id, $4::"Role", now() FROM "Business" b, person WHERE b.slug = $5`,
    [id, email, locale, role, business],
  );
  return email;
}

/** Signs a person of the world in, without the form: a session row and its cookie. */
export async function signInAs(
  world: World,
  context: BrowserContext,
  email: string,
): Promise<void> {
  const { token } = await startStaffSession(world, email);
  await context.addCookies([{ name: 'portico-staff', value: token, url: world.baseUrl }]);
}

/** A person's session: its id, and the token that its cookie holds. */
export async function startStaffSession(
  world: World,
  email: string,
): Promise<{ id: string; token: string }> {
  const id = randomUUID();
  const token = randomBytes(32).toString('base64url');
  const [session] = await query(
    world,
    `INSERT INTO "StaffSession"
       (id, "tokenHash", "userId", "createdAt", "lastSeenAt", "expiresAt", "userAgent", address)
     SELECT $1, $2, id, now(), now(), now() + interval '1 day', 'test', '127.0.0.1'
     FROM "User" WHERE email = $3 RETURNING id`,
    [id, hashOf(token), email],
  );
  if (!session) throw new Error(`Nobody in this world is called ${email}.`);
  return { id, token };
}

/** Opens the sample client's link as a client does, with one press on its one button, and reads on in a language. */
export async function enterPortal(
  world: World,
  context: BrowserContext,
  locale: Locale,
): Promise<void> {
  const page = await context.newPage();
  const { pathname, search } = new URL(entrance(world).magicLink, world.baseUrl);
  await page.goto(world.baseUrl + pathname + search);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL(/\/portal\//);
  await page.close();
  const cookies = await context.cookies();
  const token = cookies.find(({ name }) => name.startsWith('portico-portal-'))?.value ?? '';
  await query(world, 'UPDATE "PortalSession" SET locale = $1::"Locale" WHERE "tokenHash" = $2', [
    locale,
    hashOf(token),
  ]);
}

export function entrance(world: World): NonNullable<World['entrance']> {
  if (!world.entrance) throw new Error('This world is empty: nobody can sign in.');
  return world.entrance;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
