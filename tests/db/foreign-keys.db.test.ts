import pg from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from '@/tests/support/database';

/** Nobody asks for these from the other side, and what they point to is never deleted. */
const ONE_WAY = [
  'DocumentLine.taxRateId',
  'DocumentView.portalSessionId',
  'Link.contactId',
  'Link.endsId',
  'MailTemplate.partyId',
  'Message.contactId',
  'PortalSession.contactId',
  'PortalSession.linkId',
  'Product.taxRateId',
];

/** Columns that point to another table, without an index that begins with them (or holds all of them that are not null). */
const WITHOUT_INDEX = `
  SELECT con.conrelid::regclass AS of, (
    SELECT string_agg(attname, '.') FROM pg_attribute
    WHERE attrelid = con.conrelid AND attnum = ANY (con.conkey) AND attname <> 'businessId'
  ) AS columns
  FROM pg_constraint con
  WHERE con.contype = 'f' AND con.connamespace = 'public'::regnamespace AND NOT EXISTS (
    SELECT FROM pg_index index
    WHERE index.indrelid = con.conrelid
      AND (index.indkey::int2[])[0:cardinality(con.conkey) - 1] <@ con.conkey
      AND (index.indpred IS NULL OR pg_get_expr(index.indpred, index.indrelid) = (
        SELECT format('(%I IS NOT NULL)', attname) FROM pg_attribute
        WHERE attrelid = con.conrelid AND attnum = ANY (con.conkey) AND NOT attnotnull))
  )`;

test('What points to a row is found from there without reading its whole table', async () => {
  const client = new pg.Client({ connectionString: testDatabase() });
  await client.connect();
  const { rows } = await client.query<{ of: string; columns: string }>(WITHOUT_INDEX);
  await client.end();
  const found = rows.map(({ of, columns }) => `${of.replaceAll('"', '')}.${columns}`);
  expect(found.sort()).toEqual(ONE_WAY);
});
