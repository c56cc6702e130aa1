import { createHash } from 'node:crypto';

/**
 * JSON with sorted keys and no spaces: one text for one value. Only text, booleans, null, lists and objects,
 * so that nothing (a float, a date) can be written in two ways (compare RFC 8785).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
    return `{${entries.join(',')}}`;
  }
  throw new Error(`a snapshot cannot hold a ${typeof value}`);
}

/** The seal of a document: SHA-256 over its snapshot and the seal before it in its series ('' for the first). */
export function sealOf(snapshot: unknown, previousHash: string): string {
  return createHash('sha256')
    .update(`${previousHash}\n${canonicalJson(snapshot)}`)
    .digest('hex');
}
