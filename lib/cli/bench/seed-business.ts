import pg from 'pg';
import type { StaffContext } from '@/lib/auth/context';
import { makeBusiness } from '@/prisma/seed/builders';
import { type Copying, copyInto, type Row } from './copy-in';
import { seededRandom } from './random';
import { sampleClients } from './sample-clients';
import { sampleInvoices } from './sample-invoices';

const MOST_CLIENTS = 10_000;
const FILLED = [
  'Party',
  'Document',
  'DocumentLine',
  'DocumentTax',
  'Payment',
  'Allocation',
  'Message',
  'Event',
];
const YEARS_AGO = 3 * 365 * 86_400_000;

/** A business of a chosen size. `clients` are ids, the ones with most invoices first. */
export type SeededBusiness = { ctx: StaffContext; clients: string[] };

/**
 * Fills a migrated database with one business of so many invoices, and of a tenth as many clients, at most 10,000, unless told otherwise. Rows are
 * written in bulk, with the triggers off, exactly as the deeds would have left them: `checkBooks` finds nothing.
 * The role in the address has to be a superuser, as the built-in PostgreSQL's is.
 */
export async function seedBusiness(
  databaseUrl: string,
  invoices: number,
  count = Math.max(1, Math.min(MOST_CLIENTS, Math.ceil(invoices / 10))),
): Promise<SeededBusiness> {
  const { ctx, standardRateId, zeroRateId } = await makeBusiness({ receiptMail: false });
  const series = await ctx.db.numberSeries.findFirstOrThrow({ where: { kind: 'INVOICE' } });
  const random = seededRandom(7);
  const since = new Date(ctx.now().getTime() - YEARS_AGO - count * 1000);
  const clients = sampleClients(ctx, random, count, since);
  const world = {
    ...{ ctx, clients, series, random, count: invoices },
    rates: { standard: standardRateId, zero: zeroRateId },
  };
  const connections: pg.Client[] = [];
  try {
    const main = await connected(connections, databaseUrl);
    await main.query('CREATE TEMPORARY TABLE staged (LIKE "Event" INCLUDING DEFAULTS)');
    const indexes = await dropIndexes(main);
    // Each table has a connection of its own, so that PostgreSQL writes while the next rows are made.
    const copies = new Map<string, Copying>([['Event', copyInto(main, 'staged')]]);
    const copy = async (table: string, rows: readonly Row[]) => {
      const known = copies.get(table) ?? copyInto(await connected(connections, databaseUrl), table);
      copies.set(table, known);
      await known.write(rows);
    };
    await copy('Party', clients as unknown as Row[]);
    await copy(
      'Event',
      clients.map((party) => joined(ctx, party)),
    );
    for (const batch of sampleInvoices(world)) {
      for (const [table, rows] of Object.entries(batch)) await copy(table, rows);
    }
    for (const each of copies.values()) await each.end();
    for (const statement of [...AFTERWARDS, ...indexes]) {
      await main.query(statement.replaceAll('$1', main.escapeLiteral(ctx.business.id)));
    }
    await main.query('VACUUM (ANALYZE)');
  } finally {
    await Promise.all(connections.map((connection) => connection.end()));
  }
  return { ctx, clients: clients.map(({ id }) => id) };
}

/** One more connection, of which triggers and foreign keys are off and nothing waits for the disk. */
async function connected(connections: pg.Client[], connectionString: string): Promise<pg.Client> {
  const connection = new pg.Client({ connectionString });
  await connection.connect();
  // A connection that breaks fails what is asked on it; nobody else has to hear of it.
  connection.on('error', () => {});
  connections.push(connection);
  await connection.query('SET session_replication_role = replica');
  await connection.query('SET synchronous_commit = off');
  await connection.query("SET maintenance_work_mem = '256MB'");
  return connection;
}

/** Drops the indexes that no constraint stands on, and returns how to make them again: at the end that takes a third of the time. */
async function dropIndexes(connection: pg.Client): Promise<string[]> {
  const { rows } = await connection.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1)
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)`,
    [FILLED],
  );
  for (const { name } of rows) await connection.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}

function joined(ctx: StaffContext, party: { id: string; displayName: string; createdAt: Date }) {
  return {
    ...{ businessId: ctx.business.id, kind: 'client.created', at: party.createdAt },
    ...{ actorKind: 'user', actorId: ctx.user.id, actorName: ctx.user.name },
    ...{ partyId: party.id, documentId: null, paymentId: null },
    data: { name: party.displayName },
  };
}

/** What follows from the rows, summed in one go: balances, counters, and the events' numbers and chain. */
const AFTERWARDS = [
  `INSERT INTO "NumberCounter" ("businessId", "seriesId", period, "lastNumber", "lastIssuedOn")
   SELECT "businessId", "seriesId", period, max(sequence), max("issueOn") FROM "Document"
   WHERE "businessId" = $1 AND "issuedAt" IS NOT NULL GROUP BY 1, 2, 3`,
  `INSERT INTO "PartyBalance" ("businessId", "partyId", currency, invoiced, paid, open, credit, processing)
   WITH invoiced AS (
     SELECT "partyId", currency, sum("totalAmount") AS total, sum("openAmount") AS open FROM "Document"
     WHERE "businessId" = $1 AND "issuedAt" IS NOT NULL AND "voidedAt" IS NULL GROUP BY 1, 2
   ), paid AS (
     SELECT p."partyId", p.currency, sum(p.amount) AS amount, sum(a.amount) AS settled
     FROM "Payment" p JOIN "Allocation" a ON a."businessId" = p."businessId" AND a."paymentId" = p.id
     WHERE p."businessId" = $1 GROUP BY 1, 2
   )
   SELECT $1::uuid, "partyId", currency, coalesce(total, 0), coalesce(amount, 0), coalesce(open, 0),
     coalesce(amount, 0) - coalesce(settled, 0), 0
   FROM invoiced FULL JOIN paid USING ("partyId", currency)`,
  `DO $do$
   DECLARE
     e "Event"; last text := ''; n bigint := 0;
   BEGIN
     FOR e IN SELECT * FROM staged ORDER BY at LOOP
       n := n + 1;
       e.seq := n;
       e."previousHash" := last;
       e.hash := event_hash(e);
       last := e.hash;
       INSERT INTO "Event" SELECT e.*;
     END LOOP;
     INSERT INTO "EventChain" ("businessId", seq, hash) VALUES ($1, n, last)
     ON CONFLICT ("businessId") DO UPDATE SET seq = excluded.seq, hash = excluded.hash;
   END $do$`,
];
