import { randomBytes } from 'node:crypto';
import { describeError, redact, redactText } from '@/lib/log/redact';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;

type Level = (typeof LEVELS)[number];

/** What belongs to a log line beside its sentence. Secrets and link tokens in it are hidden. */
export type LogFields = Record<string, unknown>;

const COLOURS: Record<Level, number> = { debug: 90, info: 36, warn: 33, error: 31 };

/** Letters that cannot be mistaken for one another when an id is read out over the telephone. */
const ID_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

export const log = {
  debug: (message: string, fields?: LogFields) => write('debug', message, fields),
  info: (message: string, fields?: LogFields) => write('info', message, fields),
  warn: (message: string, fields?: LogFields) => write('warn', message, fields),
  error: (message: string, fields?: LogFields) => write('error', message, fields),
};

/** Logs an unexpected error and returns the short id that the person is shown with the apology. */
export function logError(error: unknown, fields?: LogFields): string {
  const id = [...randomBytes(8)].map((byte) => ID_LETTERS[byte % ID_LETTERS.length]).join('');
  const described = describeError(error);
  write('error', String(described.message), { id, ...fields, error: described });
  return id;
}

function write(level: Level, message: string, fields: LogFields = {}): void {
  // Read here and not from env(): a refused configuration must be loggable too.
  const wanted = LEVELS.indexOf((process.env.LOG_LEVEL || 'info') as Level);
  if (LEVELS.indexOf(level) < wanted) return;
  const time = new Date().toISOString();
  const safe = redact(fields) as LogFields;
  const head = { time, level, message: redactText(message), pid: process.pid };
  const line = process.stdout.isTTY
    ? pretty(level, time, head.message, safe)
    : JSON.stringify({ ...head, ...safe, ...head });
  process.stdout.write(`${line}\n`);
}

function pretty(level: Level, time: string, message: string, fields: LogFields): string {
  const { error, ...rest } = fields;
  const extra = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const stack = (error as { stack?: string } | undefined)?.stack;
  const head = `\u001b[${COLOURS[level]}m${level.padEnd(5)}\u001b[0m`;
  return `${time.slice(11, 19)} ${head} ${message}${extra.join('')}${stack ? `\n${stack}` : ''}`;
}
