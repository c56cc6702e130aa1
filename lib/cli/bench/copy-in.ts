import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type pg from 'pg';

/** What one column may hold. Lists become `text[]`, objects JSON. */
export type Cell = string | number | bigint | boolean | null | Date | readonly string[] | object;

export type Row = Readonly<Record<string, Cell>>;

/** One COPY into a table, fed batch by batch. */
export type Copying = {
  /** Resolves when the batch is on its way: the next can be made while PostgreSQL works on this one. */
  write(rows: readonly Row[]): Promise<void>;
  /** Resolves when every row is in the table. */
  end(): Promise<void>;
};

/** The part of pg's connection that COPY needs; its own types leave it out. */
type CopyConnection = {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  stream: Writable;
};

/** Opens the fastest way into a table, on a connection that does nothing else until `end`. All rows have the columns of the first. */
export function copyInto(client: pg.Client, table: string): Copying {
  let columns: string[] = [];
  let copy: Begun | null = null;
  return {
    async write(rows) {
      const [first] = rows;
      if (!first) return;
      if (!copy) {
        columns = Object.keys(first);
        copy = begin(client, table, columns);
      }
      const connection = await copy.connection;
      const { stream } = connection;
      if (stream.writableNeedDrain) await Promise.race([once(stream, 'drain'), copy.finished]);
      const lines = rows.map((row) => columns.map((column) => written(row[column])).join('\t'));
      connection.sendCopyFromChunk(Buffer.from(`${lines.join('\n')}\n`));
    },
    async end() {
      if (!copy) return;
      (await copy.connection).endCopyFrom();
      await copy.finished;
    },
  };
}

type Begun = { connection: Promise<CopyConnection>; finished: Promise<void> };

function begin(client: pg.Client, table: string, columns: readonly string[]): Begun {
  const names = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const text = `COPY ${client.escapeIdentifier(table)} (${names}) FROM STDIN`;
  const ready = Promise.withResolvers<CopyConnection>();
  const done = Promise.withResolvers<void>();
  const copying = {
    submit: (connection: CopyConnection) => connection.query(text),
    handleCopyInResponse: ready.resolve,
    handleCommandComplete() {},
    handleError(error: Error) {
      ready.reject(error);
      done.reject(error);
    },
    handleReadyForQuery: () => done.resolve(),
  };
  client.query(copying as unknown as pg.Submittable);
  // Whoever writes next, or ends it, meets the error.
  done.promise.catch(() => {});
  return { connection: ready.promise, finished: done.promise };
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
