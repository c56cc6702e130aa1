import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { knownMigrations, migrate, requireMigrated } from '@/lib/db/migrate';
import { newId } from '@/lib/db/new-id';
import { createDatabase } from '@/tests/support/database';

const folder = mkdtempSync(join(tmpdir(), 'portico-migrations-'));
let url: string;

beforeEach(async () => {
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  url = await createDatabase('blank');
});

afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const answers = [await client.query({ text: sql, rowMode: 'array' })].flat();
    return answers.flatMap(({ rows }) => rows.flat());
  } finally {
    await client.end();
  }
}

test('The real migrations apply to an empty database, and a second time there is nothing to do', async () => {
  await expect(requireMigrated(url)).rejects.toThrow(
    'The database is older than this version of Portico: run "npm run migrate".',
  );
  const applied = await migrate(url);
  expect(applied.length).toBeGreaterThan(0);
  expect(await migrate(url)).toEqual([]);
  await requireMigrated(url);
});

test('A payment page that was open while Portico was updated is still of its account', async () => {
  const migrations = knownMigrations();
  const at = migrations.findIndex(({ name }) => name.endsWith('_checkout_account'));
  for (const { name, sql } of migrations.slice(0, at)) write(name, sql);
  await migrate(url, folder);
  const [business, party, checkout] = [newId(), newId(), newId()];
  await ask(`
    INSERT INTO "Business" (id, slug, name, "legalName", country, locale, currency, "timeZone", "createdAt")
    VALUES ('${business}', 'tidewater', 'Tidewater', 'Tidewater Ltd', 'GB', 'en', 'GBP', 'UTC', now());
    INSERT INTO "Party" ("businessId", id, kind, stage, "displayName", "sortName", email, country, locale, currency, "createdAt")
    VALUES ('${business}', '${party}', 'PERSON', 'CUSTOMER', 'Ellie', 'ellie', 'e@a.example', 'GB', 'en', 'GBP', now());
    INSERT INTO "StripeConnection" ("businessId", "secretKeySealed", "webhookSecretSealed", live, "accountId", "accountName", "checkedAt")
    VALUES ('${business}', '', '', true, 'acct_1', '', now());
    INSERT INTO "Checkout" ("businessId", id, "partyId", currency, amount, state, "createdAt", "expiresAt")
    VALUES ('${business}', '${checkout}', '${party}', 'GBP', 100, 'PROCESSING', now(), now())`);
  await migrate(url);
  expect(await ask('SELECT "stripeAccountId", live FROM "Checkout"')).toEqual(['acct_1', true]);
});

test('A trigger with semicolons in its body is one statement', async () => {
  write('1_a', 'CREATE TABLE a (id int);');
  write(
    '2_seal',
    `CREATE FUNCTION sealed() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'sealed; for good'; END; $$ LANGUAGE plpgsql;
     CREATE TRIGGER sealed BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION sealed();`,
  );
  expect(await migrate(url, folder)).toEqual(['1_a', '2_seal']);
  await expect(ask('INSERT INTO a VALUES (1)')).rejects.toThrow('sealed; for good');
});

test('A migration that fails leaves nothing behind, names itself, and can be mended', async () => {
  write('1_a', 'CREATE TABLE a (id int);\nCREATE TABLE b (id nonsense);');
  await expect(migrate(url, folder)).rejects.toThrow(
    'The migration "1_a" cannot be applied: type "nonsense" does not exist (line 2).',
  );
  expect(await ask(`SELECT to_regclass('a')`)).toEqual([null]);
  writeFileSync(join(folder, '1_a', 'migration.sql'), 'CREATE TABLE a (id int)');
  expect(await migrate(url, folder)).toEqual(['1_a']);
});

test('Several at once apply each migration once', async () => {
  write('1_a', 'CREATE TABLE a (id int)');
  const results = await Promise.all(Array.from({ length: 5 }, () => migrate(url, folder)));
  expect(results.flat()).toEqual(['1_a']);
});

test('A database that is newer than the code is refused in one sentence', async () => {
  write('1_a', 'CREATE TABLE a (id int)');
  write('2_b', 'CREATE TABLE b (id int)');
  await migrate(url, folder);
  rmSync(join(folder, '2_b'), { recursive: true });
  await expect(migrate(url, folder)).rejects.toThrow(
    'The database is newer than this version of Portico: it already has "2_b". Update Portico.',
  );
});

test('A database that does not answer is named without its password', async () => {
  await expect(migrate('postgresql://portico:geheim@127.0.0.1:9/portico')).rejects.toThrow(
    /^The database at 127\.0\.0\.1:9\/portico cannot be reached: (?!.*geheim)/,
  );
});
