import type { IncomingMessage } from 'node:http';
import { env } from '@/lib/env/env';
import { isOwnOrigin } from '@/lib/http/own-origin';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Those our pages and Stripe use; to others Next has no answer but a fault. */
const METHODS = new Set([...READING, 'POST', 'PUT', 'PATCH', 'DELETE']);
/** Where machines knock: what they send proves itself by a signature. */
const SIGNED = /^\/api\/stripe\/[^/?#]+(\?|$)/;

/**
 * What is wrong with a request before anybody looks at what it asks for, or null: a broken address, a method nobody here
 * uses, or something to be changed that was not sent from a page of ours.
 */
export function refusalOf(request: IncomingMessage): { status: number; words: string } | null {
  const { method = '', url = '/', headers } = request;
  if (isBroken(url)) return { status: 400, words: 'This address is broken.' };
  if (!METHODS.has(method)) return { status: 405, words: 'Nothing here answers to that method.' };
  if (READING.has(method) || SIGNED.test(url) || isOwnOrigin(headers)) return null;
  return {
    status: 403,
    words: 'This was not sent from a page of this site, whose address is set as BASE_URL.',
  };
}

/**
 * Leaves of what a request says about its way here only what can be believed. `x-forwarded-for` becomes one address: the
 * socket's own, or with TRUST_PROXY the last one, which our proxy added. The host that Next holds the Origin against is
 * the one that `refusalOf` has accepted, whatever a proxy made of it.
 */
export function setOrigins({ headers, socket }: IncomingMessage): void {
  const forwarded = env().trustProxy
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined;
  headers['x-forwarded-for'] = forwarded || socket.remoteAddress || '';
  for (const name of ['forwarded', 'x-real-ip', 'x-forwarded-proto', 'x-forwarded-port']) {
    delete headers[name];
  }
  delete headers['x-forwarded-host'];
  if (headers.origin !== undefined && isOwnOrigin(headers)) {
    headers['x-forwarded-host'] = new URL(headers.origin).host;
  }
}

/** An address of nothing, that no decoder reads, or with a NUL, which no database does. No link of ours leads there. */
function isBroken(url: string): boolean {
  if (url === '*') return true;
  const [path = '/'] = url.split('?');
  try {
    return decodeURIComponent(path).includes('\0');
  } catch {
    return true;
  }
}
