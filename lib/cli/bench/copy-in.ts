import type pg from 'pg';

/** What one column may hold. Lists become `text[]`, objects JSON. */
export type Cell = string | number | bigint | boolean | null | Date | readonly string[] | object;

/** The part of pg's connection that COPY needs; its own types leave it out. */
type CopyConnection = {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
};

/** Writes rows of one shape into a table with COPY, the fastest way in. `table` may be a temporary one. */
export async function copyIn(
  client: pg.Client,
  table: string,
  rows: readonly Record<string, Cell>[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const lines = rows.map((row) => columns.map((column) => written(row[column])).join('\t'));
  const chunk = Buffer.from(`${lines.join('\n')}\n`);
  const names = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const text = `COPY ${client.escapeIdentifier(table)} (${names}) FROM STDIN`;
  await new Promise<void>((done, failed) => {
    let problem: Error | null = null;
    const copying = {
      submit: (connection: CopyConnection) => connection.query(text),
      handleCopyInResponse(connection: CopyConnection) {
        connection.sendCopyFromChunk(chunk);
        connection.endCopyFrom();
      },
      handleCommandComplete() {},
      handleError(error: Error) {
        problem = error;
        failed(error);
      },
      handleReadyForQuery() {
        if (!problem) done();
      },
    };
    client.query(copying as unknown as pg.Submittable);
  });
}

/** One value in COPY's text format (PostgreSQL manual, COPY, "Text Format"). */
function written(value: Cell | undefined): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return escaped(arrayOf(value as string[]));
  if (typeof value === 'object') return escaped(JSON.stringify(value));
  return String(value);
}

function arrayOf(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(text: string): string {
  return /[\\\n\r\t]/.test(text)
    ? text.replace(/[\\\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign)
    : text;
}
