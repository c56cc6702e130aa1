import pg from 'pg';
import { expect, vi } from 'vitest';
import { testDatabase } from '../support/database';

const GROWING = new Set(['Document', 'Party', 'Payment', 'Message', 'Event']);

/** Pages of 8 KB that one question may touch: the tables of this business have some 15,000. */
const MOST_PAGES = 1_000;

type Statement = { text: string; values: unknown[] };
type Plan = {
  'Node Type': string;
  'Relation Name'?: string;
  'Shared Hit Blocks'?: number;
  'Shared Read Blocks'?: number;
  Plans?: Plan[];
};

/** Every statement that the work sends to PostgreSQL, as it is sent. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const query = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    for (const [given, values] of query.mock.calls as unknown as [Statement, unknown[]?][]) {
      const { text } = given;
      if (/^\s*SELECT/i.test(text)) sent.push({ text, values: values ?? given.values ?? [] });
    }
  } finally {
    query.mockRestore();
  }
  expect(sent).not.toEqual([]);
  return sent;
}

/** Each statement of the work and how PostgreSQL goes about it; `options` as EXPLAIN takes them. */
async function plansOf(work: () => Promise<unknown>, options: string) {
  const statements = await statementsOf(work);
  const connection = new pg.Client({ connectionString: testDatabase() });
  await connection.connect();
  try {
    const found: { text: string; plan: Plan }[] = [];
    for (const { text, values } of statements) {
      const { rows } = await connection.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        `EXPLAIN (${options}, FORMAT JSON) ${text}`,
        values,
      );
      const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
      if (plan) found.push({ text, plan });
    }
    expect(found).toHaveLength(statements.length);
    return found;
  } finally {
    await connection.end();
  }
}

/** The statements among them that read a growing table from end to end. */
export async function wholeTableReads(work: () => Promise<unknown>): Promise<string[]> {
  const plans = await plansOf(work, 'COSTS');
  return plans.flatMap(({ text, plan }) =>
    tablesReadWhole(plan).map((table) => `${table}: ${text}`),
  );
}

/** The statements among them that touch more of the database than a question should, with how much. */
export async function greedy(work: () => Promise<unknown>, most = MOST_PAGES): Promise<string[]> {
  const plans = await plansOf(work, 'ANALYZE, BUFFERS');
  return plans.flatMap(({ text, plan }) => {
    const pages = (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
    return pages > most ? [`${pages} pages: ${text}`] : [];
  });
}

function tablesReadWhole(plan: Plan): string[] {
  const table = plan['Relation Name'] ?? '';
  const own = plan['Node Type'] === 'Seq Scan' && GROWING.has(table) ? [table] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(tablesReadWhole)];
}
