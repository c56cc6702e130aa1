import { env } from '@/lib/env/env';

/** Names that no stranger can point at this machine: an address, a name without a domain, one of the local network. */
const AT_HOME = /^([\d.]+|\[[\da-f:]+\]|[a-z\d-]+(\.local)?)(:\d+)?$/i;

/**
 * Whether a request that changes something comes from our own pages: its Origin must be there and be exactly the configured
 * one or, where Portico is served without TLS (one machine goes by several names at home), that of the host it was sent to.
 */
export function isOwnOrigin({ origin, host = '' }: { origin?: string; host?: string }): boolean {
  const { baseUrl } = env();
  if (origin === undefined) return false;
  if (origin === baseUrl) return true;
  return baseUrl.startsWith('http:') && AT_HOME.test(host) && origin === `http://${host}`;
}
