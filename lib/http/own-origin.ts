import { env } from '@/lib/env/env';

/**
 * Whether a request that changes something comes from our own pages: its Origin must be there and be exactly the configured
 * one or, where Portico is served without TLS (one machine goes by several names at home), that of the host it was sent to.
 */
export function isOwnOrigin({ origin, host }: { origin?: string; host?: string }): boolean {
  const { baseUrl } = env();
  if (origin === undefined) return false;
  return origin === baseUrl || (baseUrl.startsWith('http:') && origin === `http://${host}`);
}
