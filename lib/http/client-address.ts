/**
 * The network address a request came from. Our own server (lib/cli/web.ts) writes this header from the socket, or from
 * what a trusted proxy added; whatever the caller put there is gone by then.
 */
export function clientAddress(headers: Headers): string {
  return headers.get('x-forwarded-for') ?? 'unknown';
}
